package org.minqing.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameters of the address, as {@link Parameters#read} reads them: on an argument of type {@code Map<String, String>}. An
 * address without parameters asks for none, and has the argument for the refusal alone.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Query {

    /** Which may be given; each is a name, or several with blanks between them. */
    String[] value() default {};
}
