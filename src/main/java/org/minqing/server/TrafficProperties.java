package org.minqing.server;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a node takes on at once; {@code minqing.traffic} in {@code application.yml}.
 *
 * @param bodyWithin    the whole body of a request must be here within that time
 * @param turnWithin    so long a request waits for its turn behind others of its lane
 * @param largestBody   of a request
 * @param bodyMemory    for all bodies that are under way together
 * @param uploadWithin  the same time for a request that carries files: a film over a poor network takes long
 * @param largestUpload of such a request
 * @param uploadMemory  for all of those together: whoever sends files slowly keeps nobody from writing
 * @param submissions how many submissions and sign-ins are worked on at once
 * @param residents how many other requests for pages of residents are worked on at once
 * @param others        how many other requests are worked on at once
 * @param connectionsPerAddress how many connections one address may have, unless it is a proxy that the server believes
 * @param connectionsPerNetwork how many its network may have; see {@link org.minqing.security.ClientNetwork}
 * @param sharedAddresses behind which many people work, such as an office or a hall: any number of connections is taken
 */
@ConfigurationProperties("minqing.traffic")
record TrafficProperties(
        Duration bodyWithin,
        Duration turnWithin,
        DataSize largestBody,
        DataSize bodyMemory,
        Duration uploadWithin,
        DataSize largestUpload,
        DataSize uploadMemory,
        int submissions,
        int residents,
        int others,
        int connectionsPerAddress,
        int connectionsPerNetwork,
        @DefaultValue Set<String> sharedAddresses) {}
