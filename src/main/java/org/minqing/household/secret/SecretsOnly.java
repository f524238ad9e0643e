package org.minqing.household.secret;

import org.springframework.context.annotation.Import;

/** The keys and what is done with them, where nothing else is started. Not found by the scan of the application. */
@Import({SecretKeys.class, KeysInUse.class, Secrets.class})
public class SecretsOnly {}
