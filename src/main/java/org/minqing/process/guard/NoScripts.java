package org.minqing.process.guard;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Finds no script engine, whatever the language, so that a script in a model fails.
 *
 * <p>The engine has no switch for this, and it brings engines of its own (JUEL and FEEL) which know none of our
 * guards. Decision tables do not pass through here: FEEL and JUEL cells are evaluated directly.
 */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        return null;
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new UnsupportedOperationException("Scripts are switched off.");
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new UnsupportedOperationException("Scripts are switched off.");
    }
}
