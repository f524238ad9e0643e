package org.minqing.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The body knows these fields and no others: on an argument of type {@link Sent}. A body that tells nothing is an empty object,
 * and has the argument for the refusal alone.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fields {

    String[] value() default {};
}
