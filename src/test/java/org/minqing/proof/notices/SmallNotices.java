package org.minqing.proof.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.minqing.proof.campaign.Cluster;
import org.minqing.proof.campaign.Result;
import org.minqing.support.Seed;

/** The proofs of notices as far as each build makes them, on the two nodes of somebody else's test. */
public final class SmallNotices implements AutoCloseable {

    private final long seed = Seed.any();
    private final Receiver liar = Receiver.lying(seed);
    private final Receiver honest = Receiver.honest();
    private final Gateway gateway = new Gateway();
    private final Map<String, String> environment;
    private NoticeStorm storm;

    /** @param folder of the nodes, which take their policy from it: what a killed one had in hand waits for seconds only */
    public SmallNotices(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("sending.yml"), policy("sending.yml").replaceFirst("(?m)^lease: .*$", "lease: PT5S"));
        environment = Receiver.environment(
                folder.resolve("senders.yml"),
                "  matou:\n" + liar.sender() + "  ganshui:\n" + honest.sender() + gateway.sender());
    }

    private static String policy(String name) {
        try (var in = SmallNotices.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the nodes. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The story of the gas leak, and in the middle of it a storm begins and a node dies; it stays dead. */
    public Result night(Cluster cluster) throws InterruptedException {
        // How long residents wait says nothing on a machine that is busy with other tests.
        storm = new NoticeStorm(cluster, liar, new NoticeStorm.Size(400, 2, Duration.ofMinutes(1)), seed);
        return new Night(cluster, honest, gateway).run(() -> {
            storm.begin();
            storm.write(200);
            cluster.kill(1);
        });
    }

    /** The storm goes on: one node comes back, and the other dies. */
    public Result storm(Cluster cluster) throws InterruptedException, IOException {
        cluster.start(1);
        storm.write(200);
        cluster.kill(0);
        return storm.end();
    }

    @Override
    public void close() throws IOException {
        liar.close();
        honest.close();
        gateway.close();
    }
}
