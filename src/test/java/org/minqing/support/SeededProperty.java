package org.minqing.support;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Properties draw from the seed that is given; without one jqwik invents and prints its own, and repeats a failed one by itself. */
public final class SeededProperty implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (Seed.isGiven()) {
            context.attributes().setSeed(String.valueOf(Seed.any()));
        }
        return property.execute();
    }

    /** Named at a class, it holds for each property in it. */
    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.DIRECT_DESCENDANTS;
    }
}
