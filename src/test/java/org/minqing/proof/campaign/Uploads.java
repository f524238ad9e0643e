package org.minqing.proof.campaign;

import java.awt.image.BufferedImage;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.attachment.content.Sample;
import org.minqing.support.Api;
import org.minqing.support.Uploading;

/**
 * Appeals with one photo of a megabyte each go to two nodes, and one of the nodes is killed on the way. Whatever was
 * acknowledged is there afterwards, to the last byte.
 */
final class Uploads {

    private static final int PHOTOS = 8;
    // One for all: a node takes so many connections of an address.
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String APPEAL = """
            {"locality":"shibu","channel":"online","category":"other","title":"楼道灯坏了","description":"三楼楼道灯不亮已经两天。",
             "location":{"unit":"shibu-chengxi-1-01"},"attachments":["%s"]}""";

    /** What somebody was told when his photo was kept, and when his appeal was taken; code is null until then. */
    private record Told(String id, String sha256, String code) {}

    private final Cluster cluster;
    private final int appeals;
    private final int clients;
    private final boolean kills;
    private final List<byte[]> photos =
            IntStream.range(0, PHOTOS).mapToObj(Uploads::photo).toList();
    private final Map<Integer, Told> told = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> others = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean killed;

    Uploads(Cluster cluster, int appeals, int clients, boolean kills) {
        this.cluster = cluster;
        this.appeals = appeals;
        this.clients = clients;
        this.kills = kills;
    }

    static Uploads full(Cluster cluster) {
        return new Uploads(cluster, Integer.getInteger("minqing.campaign.uploads", 2000), 8, true);
    }

    /** Noise: nothing can make it smaller than about a megabyte. */
    private static byte[] photo(int seed) {
        var random = new Random(seed);
        var noise = new BufferedImage(1500, 1150, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        return Sample.file(noise, "jpeg");
    }

    Result run() throws InterruptedException {
        var begun = System.nanoTime();
        var pool = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            pool.execute(this::client);
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("The clients have not ended");
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var result = new Result(cluster);
        var sorted = millis.stream().sorted().toList();
        result.figure("photos of", "%d KB", photos.get(0).length / 1024);
        result.figure("appeals with a photo, clients", "%d, %d", appeals, clients);
        result.figure("appeals with a photo (asked: 50 per s)", "%.1f per s", told.size() / seconds);
        result.figure(
                "photo and appeal together, p50 / p95",
                "%.0f / %.0f ms",
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100));
        result.figure("a node was killed", "%s", killed);
        result.figure("answers that were none, or not 201", "%s", new TreeMap<>(others));
        result.none(
                "appeals that were never taken",
                appeals - told.values().stream().filter(t -> t.code() != null).count());
        result.none(
                "acknowledged, and gone or not the same",
                told.values().stream().filter(t -> !there(t)).count());
        result.value(
                "photos that nothing used, to die after a day", "select count(*) from attachment where appeal is null");
        result.none(
                "pieces of nothing",
                "select count(*) from attachment_piece p where not exists (select from attachment a where a.id = p.attachment)");
        return result;
    }

    private void client() {
        for (int i = next.getAndIncrement(); i < appeals; i = next.getAndIncrement()) {
            if (kills && i == appeals / 2) {
                killed = true;
                cluster.kill(1);
            }
            var begun = System.nanoTime();
            file(i);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
    }

    /** Tries until both are acknowledged: a photo that was lost is sent again. */
    private void file(int i) {
        for (int tries = 0; tries < 20 && (told.get(i) == null || told.get(i).code() == null); tries++) {
            var node = cluster.node(killed ? 0 : i + tries);
            try {
                if (told.get(i) == null) {
                    var kept = new Uploading(node).send(photos.get(i % PHOTOS), "photo.jpg", null);
                    if (!taken(kept)) {
                        continue;
                    }
                    told.put(
                            i,
                            new Told(
                                    kept.json().path("id").asText(),
                                    kept.json().path("sha256").asText(),
                                    null));
                }
                var photo = told.get(i);
                // The same key whenever it is tried again.
                var answer = node.submit("upload-" + i + "-" + photo.id(), APPEAL.formatted(photo.id()));
                if (answer.status() == 200 || taken(answer)) {
                    told.put(
                            i,
                            new Told(
                                    photo.id(),
                                    photo.sha256(),
                                    answer.json().path("trackingCode").asText()));
                }
            } catch (RuntimeException e) {
                others.computeIfAbsent("no answer", k -> new AtomicInteger()).incrementAndGet();
            }
        }
    }

    private boolean taken(Api.Answer answer) {
        if (answer.status() != 201) {
            others.computeIfAbsent(String.valueOf(answer.status()), k -> new AtomicInteger())
                    .incrementAndGet();
        }
        return answer.status() == 201;
    }

    private boolean there(Told photo) {
        try {
            var file = HTTP.send(
                    cluster.node(0)
                            .request("/api/track/" + photo.code() + "/attachments/" + photo.id())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return file.statusCode() == 200
                    && DigestUtils.sha256Hex(file.body()).equals(photo.sha256());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
