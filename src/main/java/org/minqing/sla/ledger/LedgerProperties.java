package org.minqing.sla.ledger;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param anchorFile   where each node keeps the anchors, one line a day
 * @param anchorMailTo who gets them by mail; empty for nobody
 * @param anchorMailFrom the sender's address
 */
@ConfigurationProperties("minqing.ledger")
record LedgerProperties(Path anchorFile, String anchorMailTo, String anchorMailFrom) {}
