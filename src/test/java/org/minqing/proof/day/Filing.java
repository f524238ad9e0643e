package org.minqing.proof.day;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A resident files something. */
final class Filing implements Move {

    /** How often, type, category, what is known about it, and the words. */
    private static final String MATTERS = """
            8 | help         | other           |                                  | 楼道灯坏了      | 三楼楼道的灯不亮已经两天，老人上下楼不方便。
            6 | help         | sanitation      |                                  | 垃圾没有清运    | 小区门口的垃圾三天没有清运，气味很大。
            5 | help         | street-lighting |                                  | 路灯不亮        | 广场东侧三盏路灯不亮。
            4 | complaint    | parking         | needsOtherUnits                  | 车辆占用通道    | 外来车辆长期停在单元门口，出入困难。
            4 | complaint    | noise           |                                  | 夜里施工        | 旁边工地夜里十一点还在施工。
            4 | help         | road            |                                  | 路面塌了一块    | 村道中间塌了一块，车要绕着走。
            3 | help         | water-supply    | lineCut                          | 停水一天        | 整栋楼从昨天起没有水。
            3 | help         | elder-care      | vulnerable                       | 独居老人需要照看 | 邻居老人独居，子女都在外地。
            3 | consultation | pension         |                                  | 怎样认证养老待遇 | 想问养老待遇资格认证怎样办理，要带什么材料。
            2 | suggestion   | other           |                                  | 建议加一条长椅  | 建议在公交站旁边加一条长椅。
            2 | praise       | other           |                                  | 感谢网格员      | 感谢网格员帮忙联系修好了水管。
            2 | wish         | micro-wish      |                                  | 想要一台旧电视  | 老人想要一台旧电视看戏曲。
            2 | help         | farming         |                                  | 引水渠堵了      | 田边的引水渠堵了，秧苗要缺水。
            2 | help         | property        | needsEnforcement                 | 物业不修电梯    | 电梯停了三天，物业一直不修。
            1 | help         | safety-hazard   | danger                           | 楼下有煤气味    | 楼下煤气味很大，有人头晕。
            1 | complaint    | petition        |                                  | 征地补偿没有到位 | 征地补偿款拖了两年没有到位。
            1 | report       | other           | aboutStaff                       | 反映工作人员    | 办事时被工作人员推来推去，要求查一查。
            """;

    /** Grids of Ganshui, each with somebody to go there. */
    static final List<String> PLACES = List.of(
            "ganshui-erju-01", "ganshui-erju-02", "ganshui-sanju-01", "ganshui-shuanglong-01", "ganshui-tieshiya-01");

    private static final List<String[]> ALL = MATTERS.lines()
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
            .flatMap(cells -> java.util.Collections.nCopies(Integer.parseInt(cells[0]), cells).stream())
            .toList();

    private final int most;
    private final List<String> places;

    /** @param most how many are filed that day */
    Filing(int most, List<String> places) {
        this.most = most;
        this.places = places;
    }

    @Override
    public Optional<Act> draw(Town town) {
        if (town.filed().size() >= most) {
            return Optional.empty();
        }
        var matter = town.pick(ALL);
        var body = body(town, matter);
        return Optional.of(Act.sure("file " + matter[1], "resident", "", () -> {
                    var answer = town.resident().submit(body);
                    if (answer.status() == 201) {
                        town.file(
                                answer.json().path("number").asText(),
                                answer.json().path("trackingCode").asText());
                    }
                    return answer;
                })
                .answered(201));
    }

    private String body(Town town, String[] matter) {
        var body = new ObjectNode(JsonNodeFactory.instance);
        body.put("locality", town.locality())
                .put("channel", town.pick(List.of("phone", "online", "home-visit")))
                .put("type", matter[1])
                .put("category", matter[2])
                .put("title", matter[4])
                .put("description", matter[5]);
        if (!town.chance(10)) {
            body.putObject("location").put("unit", town.pick(places)).put("address", "门前");
        }
        if (town.chance(80)) {
            var resident = body.putObject("resident").put("name", "住户");
            resident.put("anonymous", town.chance(15));
            if (town.chance(85)) {
                resident.put("phone", "000-0000-0000");
            }
        }
        var facts = body.putObject("facts");
        if (matter[3].equals("danger")) {
            facts.put("danger", "gas");
        } else if (!matter[3].isEmpty()) {
            facts.put(matter[3], true);
        }
        if (town.chance(10)) {
            facts.put("peopleAffected", 1 + town.random().nextInt(300));
        }
        return body.toString();
    }
}
