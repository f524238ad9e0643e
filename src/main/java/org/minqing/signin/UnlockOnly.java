package org.minqing.signin;

import org.springframework.context.annotation.Import;

/** What {@link SignInUnlock} needs, where nothing else is started. Not found by the scan of the application. */
@Import({SignInUnlock.class, SignInCounts.class, SignInRecords.class, SignInNames.class, SignInRules.class})
public class UnlockOnly {}
