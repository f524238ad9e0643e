package org.minqing.proof.mould;

import org.minqing.proof.campaign.Cluster;
import org.minqing.support.Api;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appeals as a resident submits them, in the grid of one grid worker. */
public final class Template {

    public static final String GRID_WORKER = "shibu-grid-01";
    public static final String RESPONDED = """
            {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已电话联系居民，约定明天上门查看。"}""";
    public static final String NOT_REACHED = "{\"action\":\"notReached\",\"attemptKind\":\"phone\"}";

    private Template() {}

    /** @return its number */
    public static String open(Cluster cluster) {
        return submit(cluster.node(0), "shibu-chengxi-1-01");
    }

    /** One that the grid worker has taken. */
    public static String claimed(Cluster cluster) {
        var number = open(cluster);
        var task = task(JdbcClient.create(cluster.owner()), number);
        expect(200, cluster.node(0).as(GRID_WORKER).post("/api/tasks/" + task + "/claim", "{}"));
        return number;
    }

    public static String submit(Api resident, String unit) {
        return expect(201, resident.submit("""
                {"locality":"shibu","channel":"online","category":"other","title":"门前积水","description":"雨后门前积水两天没有退。",
                 "location":{"unit":"%s","address":"城西路 8 号门前"},"resident":{"name":"住户","phone":"000-0000-0000"}}""".formatted(unit)))
                .json()
                .path("number")
                .asText();
    }

    /** The id of its task of the first response. The list of a person shows the first two hundred only. */
    public static String task(JdbcClient jdbc, String number) {
        return jdbc.sql("""
                select t.id_ from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
                where e.business_key_ = ? and t.task_def_key_ = 'userTask_respondAppeal'""").param(number).query(String.class).single();
    }

    public static Api.Answer expect(int status, Api.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.raw().body());
        }
        return answer;
    }
}
