package org.minqing.proof.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.minqing.support.Session;
import org.minqing.wording.Grams;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long whoever searches waits among very many appeals. The rows are made by the database, of some hundred texts that residents wrote and
 * of addresses: what a search reads of an appeal, its words, its phone, and nothing of its handling.
 */
final class SearchTimes {

    private static final Path TEXTS = Path.of("src/test/resources/similar/texts.txt");
    private static final String FACTS = """
            {"safetyRisk":false,"danger":"","lineCut":false,"peopleAffected":0,"vulnerable":false,"needsOtherUnits":false,"needsFunds":false,
             "needsEnforcement":false,"needsPublicSupport":false,"beyondStreet":false,"aboutStaff":false}""";

    private static final int PLACES = 997;
    private static final int AT_ONCE = 20_000;
    private static final int A_DAY = 900;
    private static final int TURNS = 30;

    /** What is looked for, in the order of the form; a question for each kind, and for words those that many and few have. */
    private static final Map<String, Map<String, String>> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("a word of many (路灯)", Map.of("words", "路灯"));
        QUESTIONS.put("two words (垃圾 广场)", Map.of("words", "垃圾 广场"));
        QUESTIONS.put("words of few (野猪 补偿)", Map.of("words", "野猪 补偿"));
        QUESTIONS.put("a house (路灯 7号楼31单元)", Map.of("words", "路灯 7号楼31单元"));
        QUESTIONS.put("words of nobody (琉璃塔)", Map.of("words", "琉璃塔"));
        QUESTIONS.put("words, unit and state", Map.of("words", "下水道", "unit", "shibu-chengxi", "state", "CLOSED"));
        QUESTIONS.put("the unit alone", Map.of("unit", "shibu-chengxi"));
        QUESTIONS.put("a phone", Map.of("phone", "0911-555-04711", "purpose", "居民来电问进度"));
        QUESTIONS.put("a phone of nobody", Map.of("phone", "0911-555-99999", "purpose", "居民来电问进度"));
    }

    private final Cluster cluster;
    private final JdbcClient jdbc;
    private final int appeals;
    private final long millis;

    /** @param millis so long 95 of 100 may take; 0 where a busy machine tells nothing */
    SearchTimes(Cluster cluster, int appeals, long millis) {
        this.cluster = cluster;
        this.jdbc = JdbcClient.create(cluster.owner());
        this.appeals = appeals;
        this.millis = millis;
    }

    static SearchTimes full(Cluster cluster) {
        return new SearchTimes(cluster, Integer.getInteger("minqing.campaign.search", 1_000_000), 300);
    }

    Result run() {
        var result = new Result(cluster);
        var begun = System.nanoTime();
        fill();
        result.figure("appeals", "%,d in %.0f s", appeals, (System.nanoTime() - begun) / 1e9);
        result.value("words and their index", "select pg_size_pretty(pg_total_relation_size('appeal_words'))");
        for (var person : List.of("shibu-dispatcher", "shibu-grid-01")) {
            var session = Session.of(cluster.node(0), person);
            var token = session.token("/desk/search");
            QUESTIONS.forEach((name, asked) -> {
                if (!asked.containsKey("phone") || person.equals("shibu-dispatcher")) {
                    ask(result, session, token, person + ", " + name, asked);
                }
            });
        }
        return result;
    }

    private void ask(Result result, Session session, String token, String name, Map<String, String> asked) {
        var taken = new ArrayList<Double>();
        var form = asked.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = null;
        for (int turn = -3; turn < TURNS; turn++) {
            var begun = System.nanoTime();
            answer = session.submitWith(token, "/desk/search", form);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(name + ": " + answer.statusCode());
            }
            if (turn >= 0) {
                taken.add((System.nanoTime() - begun) / 1e6);
            }
        }
        taken.sort(null);
        var p95 = taken.get(taken.size() * 95 / 100);
        result.figure(
                name + ", found, p50 / p95" + (millis == 0 ? "" : " (asked: p95 <= " + millis + " ms)"),
                "%d, %.0f / %.0f ms",
                answer.body().split("/desk/appeals/SB-", -1).length - 1,
                taken.get(taken.size() / 2),
                p95);
        result.none(name + ", slower than asked", millis > 0 && p95 > millis ? 1 : 0);
    }

    /** Ended appeals of a locality, so many a day as it goes, the last of them yesterday. */
    private void fill() {
        jdbc.sql("create schema if not exists searched").update();
        jdbc.sql("drop table if exists searched.text, searched.place").update();
        jdbc.sql("create table searched.text (n int primary key, category text, words text, grams text[])")
                .update();
        jdbc.sql("create table searched.place (n int primary key, words text, grams text[])")
                .update();
        var texts = texts();
        IntStream.range(0, texts.size())
                .forEach(i -> jdbc.sql("insert into searched.text values (?, ?, ?, ?)")
                        .params(i, texts.get(i)[0], texts.get(i)[1], grams(texts.get(i)[1]))
                        .update());
        IntStream.range(0, PLACES).forEach(i -> {
            var place = (i % 89 + 1) + "号楼" + (i % 37 + 1) + "单元";
            jdbc.sql("insert into searched.place values (?, ?, ?)")
                    .params(i, place, grams(place))
                    .update();
        });
        for (int from = 0; from < appeals; from += AT_ONCE) {
            fill(from, Math.min(from + AT_ONCE, appeals), texts.size());
        }
        jdbc.sql("analyze appeal").update();
        jdbc.sql("analyze appeal_words").update();
        jdbc.sql("analyze appeal_original").update();
        jdbc.sql("analyze appeal_contact").update();
    }

    private void fill(int from, int until, int texts) {
        var of = """
                with made as (
                  select s.n, t.category, left(t.words, 40) || '（' || p.words || '）' as title, t.words || '我住' || p.words || '。' as words,
                         array(select unnest(t.grams) union select unnest(p.grams)) as grams,
                         now() - make_interval(days => 1 + s.n / :aDay, secs => s.n % :aDay) as at,
                         (array['shibu-chengxi-1-01', 'shibu-chengxi-1-02', 'shibu-jijiahe-01', 'shibu-chengxi', 'shibu'])[1 + s.n % 5] as unit
                  from generate_series(:from, :until - 1) s(n)
                  join searched.text t on t.n = (s.n::bigint * 7919) %% :texts join searched.place p on p.n = s.n %% :places),
                numbered as (
                  select *, 'SB-' || to_char(at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad((5000 + n %% :aDay)::text, 4, '0') as number from made),
                a as (
                  insert into appeal (number, locality, channel, type, category, unit, title, facts, tracking_code, submitted_at, status,
                      respond_unit, closed_at)
                  select number, 'shibu', 'phone', 'help', category, unit, left(title, 60), :facts::jsonb, 'SEARCH' || lpad(n::text, 10, '0'), at, 'CLOSED',
                      unit, at + interval '3 days' from numbered),
                o as (insert into appeal_original (appeal, description) select number, words from numbered),
                c as (insert into appeal_contact (appeal, name, phone, anonymous)
                  select number, '居民', '0911-555-' || lpad((n %% 90000)::text, 5, '0'), false from numbered)
                insert into appeal_words (appeal, locality, grams) select number, 'shibu', grams from numbered""".replace("%%", "%");
        jdbc.sql(of)
                .param("from", from)
                .param("until", until)
                .param("texts", texts)
                .param("places", PLACES)
                .param("aDay", A_DAY)
                .param("facts", FACTS)
                .update();
    }

    private static String[] grams(String words) {
        return Grams.of(words).toArray(String[]::new);
    }

    /** Category and words of each. */
    private static List<String[]> texts() {
        var texts = new ArrayList<String[]>();
        var category = "";
        try {
            for (var line : Files.readAllLines(TEXTS)) {
                if (line.startsWith("=")) {
                    category = line.split(" ")[3];
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    texts.add(new String[] {category, line.replaceFirst("^\\([^)]*\\)", "")});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
