package org.minqing.browser;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the browser of this JVM when the first test needs it; it is closed after the last test of all. */
final class OneBrowser implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        BrowserTalk.browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneBrowser.class))
                .getOrComputeIfAbsent(BrowserSupport.class, key -> BrowserSupport.start(), BrowserSupport.class);
    }
}
