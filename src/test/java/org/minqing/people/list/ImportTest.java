package org.minqing.people.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.minqing.file.SheetReader;
import org.minqing.people.PeopleTalk;
import org.minqing.support.MinqingTest;

/** Many accounts at once: what a list would do is shown, and then that is done and nothing else. */
@MinqingTest
class ImportTest extends PeopleTalk {

    private static final Pattern LIST = Pattern.compile("name=\"list\" value=\"([A-Za-z0-9_-]+)\"");
    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([a-z0-9-]{14})<");
    private static final String[] COLUMNS = {"姓名", "用户名", "乡镇", "单位", "岗位"};

    @Test
    void aListIsShownFirstAndThenDoneExactlyAsItWasShown() {
        opened(who, "赵网格", GRID);
        var task = anAppeal().submitted().tasks().get(0).getId();
        engine.getTaskService().setAssignee(task, who);
        var before = everything();
        var shown = upload(sheet(
                new String[] {"孙新人", who + "-new", "赶水镇", "二居社区第一网格", "网格员"},
                new String[] {"孙新人", who + "-new", "赶水镇", "二居社区第二网格", "网格员"},
                new String[] {"赵网格", who, "赶水镇", "二居社区", "党员志愿者"},
                new String[] {"无名氏" + who, "", "赶水镇", "二居社区", "党员志愿者"},
                new String[] {"罗网格", "ganshui-grid-03", "赶水镇", "双龙村第一网格", "网格员"},
                new String[] {"罗网格", "ganshui-grid-03", "赶水镇", "双龙村第二网格", "网格员"}));
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body())
                .contains("新建 2 人，变更 1 人，不变 1 人，有误 0 行", "现在什么都还没有改", "ganshui-001")
                .contains("新任二居社区党员志愿者；不再担任二居社区第一网格网格员；在手任务 1 件退回岗位");
        assertThat(everything()).isEqualTo(before);
        var done = confirm(shown);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("新建 2 人，变更 1 人");
        assertThat(done.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
        assertThat(signIn(who + "-new", found(SECRET, done.body()))).isEqualTo(200);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
        assertThat(page(at(who + "-new")).body()).contains("随名册导入", "二居社区第二网格网格员");
        assertThat(page(at(who)).body()).contains("随名册导入", "在手任务 1 件退回岗位");
        assertThat(page("/admin/people?q=无名氏" + who).body()).contains("ganshui-001");
        var again = confirm(shown);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("情况有变");
    }

    @Test
    void passwordsOfNewPeopleAreTakenAsOneSheet() {
        var done = confirm(upload(sheet(new String[] {"孙新人", who, "赶水镇", "二居社区第一网格", "网格员"})));
        var token = found(Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\""), done.body());
        var file = sent("/admin/people/import/passwords.xlsx", form("list", found(LIST, done.body()), "_csrf", token));
        assertThat(SheetReader.read(file, "file", 10))
                .extracting(SheetReader.Row::cells)
                .containsExactly(
                        List.of("姓名", "用户名", "岗位", "初始密码"),
                        List.of("孙新人", who, "二居社区第一网格网格员", found(SECRET, done.body())));
    }

    @Test
    void everyRowThatIsWrongIsToldWhyAndTheListIsNotBrought() {
        opened(who, "赵网格", GRID);
        opened(who + "-gone", "钱网格", GRID);
        closed(who + "-gone");
        var wrong = List.of(
                row("没有这个乡镇", "甲", "test-a", "别处镇", "二居社区", "党员志愿者"),
                row("赶水镇没有这个单位", "乙", "test-b", "赶水镇", "四居社区", "党员志愿者"),
                row("这个单位没有这个岗位，可以填：支部书记、村（居）两委、党员志愿者", "丙", "test-c", "赶水镇", "二居社区", "督办员"),
                row("请填姓名", "", "test-d", "赶水镇", "二居社区", "党员志愿者"),
                row("用户名应是", "丁", "丁丁", "赶水镇", "二居社区", "党员志愿者"),
                row("已经有人用了", "戊", who.toUpperCase(), "赶水镇", "二居社区", "党员志愿者"),
                row("请先恢复", "钱网格", who + "-gone", "赶水镇", "二居社区", "党员志愿者"),
                row("这是管理员账号", "系统管理员", "admin", "赶水镇", "二居社区", "党员志愿者"),
                row("有同名的人", "王网格", "", "赶水镇", "二居社区", "党员志愿者"),
                row("姓名要一样", "庚", "test-e", "赶水镇", "二居社区", "党员志愿者", "己", "test-e", "赶水镇", "三居社区", "党员志愿者"),
                row("重复", "辛", "test-f", "赶水镇", "二居社区", "党员志愿者", "辛", "test-f", "赶水镇", "二居社区", "党员志愿者"),
                row("同一个镇街", "壬", "test-g", "赶水镇", "二居社区", "党员志愿者", "壬", "test-g", "马头镇", "综合指挥中心", "派单员"),
                row("只差大小写", "癸", "test-h", "赶水镇", "二居社区", "党员志愿者", "癸", "TEST-H", "赶水镇", "三居社区", "党员志愿者"),
                row("有同名的人", "子", "", "赶水镇", "二居社区", "党员志愿者", "子", "", "赶水镇", "三居社区", "党员志愿者"));
        var before = everything();
        for (var one : wrong) {
            var rows = new ArrayList<String[]>();
            for (int i = 1; i < one.length; i += 5) {
                rows.add(Arrays.copyOfRange(one, i, i + 5));
            }
            rows.add(new String[] {"好人", who + "-good", "赶水镇", "二居社区", "党员志愿者"});
            var shown = upload(sheet(rows.toArray(String[][]::new)));
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body()).as(one[0]).contains(one[0], "有错的行要先改好").doesNotContain("name=\"list\"");
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatChangedSinceTheLookIsShownAgainAndNotDone() {
        opened(who, "赵网格", GRID);
        var shown = upload(sheet(new String[] {"赵网格", who, "赶水镇", "二居社区", "党员志愿者"}));
        send(at(who), "name", "赵网格", "post", GRID, "post", GRID_2);
        var before = everything();
        var answer = confirm(shown);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("情况有变", "不再担任二居社区第一网格网格员、二居社区第二网格网格员");
        assertThat(everything()).isEqualTo(before);
        assertThat(confirm(answer).statusCode()).isEqualTo(200);
    }

    @Test
    void aListThatSomebodyMadeUpOnTheWayIsRefused() {
        var before = everything();
        for (var list : List.of("", "x", "H4sIAAAAAAAA_wMAAAAAAAAAAAA", "%00")) {
            assertThat(send("/admin/people/import/confirm", "list", list, "seen", "x")
                            .statusCode())
                    .as(list)
                    .isBetween(400, 409);
        }
        assertThat(send("/admin/people/import/passwords.xlsx", "list", "x").statusCode())
                .isEqualTo(400);
        var shown = upload(sheet(new String[] {"孙新人", who, "赶水镇", "二居社区第一网格", "网格员"}));
        assertThat(send("/admin/people/import/confirm", "list", found(LIST, shown.body()), "seen", "0".repeat(64))
                        .statusCode())
                .isEqualTo(409);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatIsNoListIsRefused() throws IOException {
        var before = everything();
        assertThat(upload(new byte[0]).statusCode()).isEqualTo(400);
        assertThat(upload("姓名,用户名".getBytes()).body()).contains("不是能读的 Excel 表格");
        assertThat(upload(workbook(new String[] {"姓名", "用户名", "乡镇", "单位"})).body())
                .contains("没有“岗位”这一栏");
        assertThat(upload(sheet()).body()).contains("表头下面没有人");
        var many = new String[5001][];
        Arrays.fill(many, new String[] {"孙新人", who, "赶水镇", "二居社区第一网格", "网格员"});
        assertThat(upload(sheet(many)).body()).contains("名册最多 5000 行");
        var newcomers = new String[1001][];
        Arrays.setAll(newcomers, i -> new String[] {"新人" + i, who + "-" + i, "赶水镇", "二居社区第一网格", "网格员"});
        assertThat(upload(sheet(newcomers)).body()).contains("最多新建 1000 人");
        assertThat(send("/admin/people/import").statusCode()).isEqualTo(400);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        var answer = upload(new byte[3 << 20]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("最多 2 MB");
    }

    @Test
    void theTemplateNamesEveryPostAndAListThatWasTakenChangesNothing() {
        var template = got("/admin/people/template.xlsx");
        assertThat(SheetReader.read(template, "file", 10))
                .extracting(SheetReader.Row::cells)
                .containsExactly(List.of(COLUMNS));
        var taken = got("/admin/people/list.xlsx?locality=ganshui");
        assertThat(SheetReader.read(taken, "file", 1000)).hasSizeGreaterThan(20);
        var shown = upload(taken);
        assertThat(shown.body()).contains("新建 0 人，变更 0 人", "有误 0 行", "名册和现在一样").doesNotContain("name=\"list\"");
    }

    private byte[] got(String path) {
        return bytes(admin.request(path).header("Cookie", admin.cookie()).GET());
    }

    private byte[] sent(String path, String form) {
        return bytes(admin.request(path)
                .header("Cookie", admin.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)));
    }

    private static byte[] bytes(java.net.http.HttpRequest.Builder request) {
        try {
            var answer = java.net.http.HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(d -> assertThat(d).startsWith("attachment"));
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> confirm(HttpResponse<String> shown) {
        return send("/admin/people/import/confirm", "list", found(LIST, shown.body()), "seen", seen(shown));
    }

    /** What is to be said, and then the cells of one row or two. */
    private static String[] row(String... cells) {
        return cells;
    }

    static byte[] sheet(String[]... rows) {
        var all = new ArrayList<String[]>();
        all.add(COLUMNS);
        all.addAll(List.of(rows));
        return workbook(all.toArray(String[][]::new));
    }

    private static byte[] workbook(String[]... rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("名册");
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    sheet.value(r, c, rows[r][c]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
