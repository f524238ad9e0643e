package org.minqing.household.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.minqing.support.LogBook;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Households from a sheet: first looked through, then brought in, once and whole, whoever dies on the way. */
@MinqingTest
class SheetImportTest extends SheetTalk {

    private static final String GROUP = "shibu-livelihood-civil-affairs";

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IdentityService identity;

    @Test
    void aSheetIsLookedThroughFirstThenBroughtInAndTheSecondTimeChangesNothing() {
        var address = address();
        var book = new Book();
        book.person(PLACE, address, "表孙子", "孙子", "2019/5/1", "", "留守儿童");
        book.person(PLACE, address + " ", "表户主", "户主", "19460305", "0911-000-7201", "独居老人、残疾人", "刘网格", "曹党员", "冬天要送煤");
        book.person("shibu-chengxi-1-02", address + "乙", "表 邻居", "户主", "16866");
        var before = stored.rows();
        assertThat(checked(book)).contains("检查完了", "表里有 3 行，2 户", "新建 2 户，变更 0 户，不变 0 户，有误 0 户", "现在什么都还没有改");
        assertThat(stored.rows()).as("looked through").isEqualTo(before);
        done(confirm());
        runs();
        assertThat(shown(KEEPER, IMPORT)).contains("已导入", "新建 2 户，变更 0 户，不变 0 户，有误 0 户");
        assertThat(stored.count("select count(*) from household_import_part")).isZero();

        var at = LIST + "/" + at(address).get(0);
        assertThat(looked(KEEPER, at))
                .contains("表户主", "1946-03-05", "0911-000-7201", "独居老人", "残疾人", "表孙子", "2019-05-01", "留守儿童")
                .contains("冬天要送煤", "社会事务办公室民政服务岗", "刘网格", "曹党员")
                .matches("(?s).*表户主.*表孙子.*");
        assertThat(looked(KEEPER, LIST + "/" + at(address + "乙").get(0))).contains("1946-03-05");

        var brought = stored.rows();
        var version = version(at);
        assertThat(checked(book)).contains("不变 2 户", "没有可以导入的");
        assertThat(confirm().statusCode()).as("nothing to bring").isEqualTo(409);
        assertThat(version(at)).isEqualTo(version);
        // But for the looks of this test.
        assertThat(stored.rows()).isEqualTo(brought);
    }

    @Test
    void whatIsThereIsFoundByAddressAndPeopleAndIsAddedToAndNeverTakenAway() {
        var address = address();
        var first = new Book();
        first.person(PLACE, address, "安改", "户主", "1950", "0911-000-7301", "独居老人");
        first.person(PLACE, address, "安留", "妻子", "1952-01-02");
        brought(first);
        var second = new Book();
        second.person(PLACE, address, "安 改", "户主", "1950-06-07", "0911 0007302");
        second.person(PLACE, address, "安新", "儿子", "1980-01-01", "", "", "", "曹党员", "刚搬回来");
        assertThat(checked(second)).contains("新建 0 户，变更 1 户，不变 0 户");
        done(confirm());
        runs();
        var file = looked(KEEPER, LIST + "/" + at(address).get(0));
        assertThat(file)
                .contains("家庭成员（3 人）", "1950-06-07", "0911 0007302", "独居老人", "安留", "安新", "曹党员", "刚搬回来")
                .doesNotContain("0911-000-7301");
        assertThat(checked(second)).contains("不变 1 户");
    }

    @Test
    void killedAtAnyMomentNothingIsLostOrDoubledAndItGoesOn() {
        var street = address();
        var book = new Book();
        for (int i = 0; i < 230; i++) {
            book.person(PLACE, street + i, "断" + i, "户主", "1960-01-01");
            book.person(PLACE, street + i, "续" + i, "妻子", "1962-01-01", "", "", "", "", "记" + i);
        }
        checked(book);
        done(confirm());
        var begun = shown(KEEPER, IMPORT);
        assertThat(begun).contains("正在导入", "第 0 户，共 230 户（0%）");
        run.step();
        assertThat(shown(KEEPER, IMPORT)).contains("第 50 户，共 230 户（21%）");
        for (int i = 0; i < 3; i++) {
            // What a killed program leaves: nothing of the transaction under way.
            transaction.executeWithoutResult(tx -> {
                run.step();
                tx.setRollbackOnly();
            });
            assertThat(upload(KEEPER, book.bytes()).statusCode()).isEqualTo(409);
            assertThat(shown(KEEPER, IMPORT)).contains("第 " + 50 * (i + 1) + " 户，共 230 户");
            run.step();
        }
        runs();
        assertThat(shown(KEEPER, IMPORT)).contains("新建 230 户，变更 0 户，不变 0 户，有误 0 户");
        var like = street + "%";
        assertThat(stored.count("select count(*) from household where address like ?", like))
                .isEqualTo(230);
        assertThat(stored.count(
                        "select count(*) from household_member m join household h on h.id = m.household where h.address like ?",
                        like))
                .isEqualTo(460);
        assertThat(stored.count(
                        "select count(*) from household_note n join household h on h.id = n.household where h.address like ?",
                        like))
                .isEqualTo(230);
        assertThat(stored.count("select count(*) from household_import_part")).isZero();
    }

    @Test
    void untilItIsBroughtInASheetIsEncryptedAndNeitherErrorsNorLogTellWhatStoodInIt() throws IOException {
        var address = address();
        var book = new Book();
        book.person(PLACE, address, "金丝雀表", "户主", "1944-04-04", "0911-000-7404", "", "", "", "金丝雀备注");
        book.person(PLACE, address + "乙", "金丝雀误", "户主", "2044-04-04");
        try (var log = new LogBook()) {
            checked(book);
            assertThat(log.text()).doesNotContain("金丝雀", address, "7404", "1944-04-04");
        }
        assertThat(stored.count("select count(*) from household_import_part")).isEqualTo(1);
        for (var table : List.of("household_import", "household_import_part", "household_import_error")) {
            assertThat(stored.count(
                            "select count(*) from " + table
                                    + " t where t::text ~ '金丝雀|7404|1944|2044' or t::text like ? or t::text like ?",
                            "%" + address + "%",
                            "%" + java.util.HexFormat.of().formatHex("金丝雀".getBytes(StandardCharsets.UTF_8)) + "%"))
                    .as(table)
                    .isZero();
        }
        assertThat(errors())
                .hasSize(1)
                .allMatch(line -> line.get(0).equals("3") && line.get(1).equals("出生日期"));
        time.pass("PT25H");
        run.forget();
        assertThat(stored.count("select count(*) from household_import_part")).isZero();
        assertThat(shown(KEEPER, IMPORT)).contains("已作废");
    }

    @Test
    void whoMayNotBringSheetsInFindsNoneOfIt() {
        checked(one(address()));
        var sheet = sheet();
        for (var person : List.of(WORKER, "shibu-secretary-chengxi", "shibu-leader", "shibu-auditor")) {
            assertThat(page(person, IMPORT).statusCode()).as(person).isEqualTo(404);
            assertThat(page(person, IMPORT + "/template.xlsx").statusCode()).isEqualTo(404);
            assertThat(page(person, IMPORT + "/" + sheet + "/errors.xlsx").statusCode())
                    .isEqualTo(404);
            for (var act : List.of("/run", "/discard")) {
                assertThat(as(person).submit(IMPORT + "/" + sheet + act, "x=").statusCode())
                        .isEqualTo(404);
            }
            assertThat(as(person).submit(IMPORT + "/headings", "unit=x").statusCode())
                    .isEqualTo(404);
        }
        var foreign = "ganshui-livelihood";
        assertThat(page(foreign, IMPORT).body()).doesNotContain(sheet);
        assertThat(page(foreign, IMPORT + "/" + sheet + "/errors.xlsx").statusCode())
                .isEqualTo(404);
        assertThat(as(foreign).submit(IMPORT + "/" + sheet + "/run", "x=").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoLosesThePostMeanwhileHasHisSheetStopped() {
        var address = address();
        checked(one(address));
        done(confirm());
        identity.deleteMembership(KEEPER, GROUP);
        try {
            runs();
        } finally {
            identity.createMembership(KEEPER, GROUP);
        }
        assertThat(at(address)).isEmpty();
        assertThat(shown(KEEPER, IMPORT)).contains("没能继续");
        done(as(KEEPER).submit(IMPORT + "/" + sheet() + "/discard", "x=", IMPORT));
        assertThat(shown(KEEPER, IMPORT)).contains("已作废");
        assertThat(stored.count("select count(*) from household_import_part")).isZero();
    }

    @Test
    void whoIsBarredFromAHouseholdDoesNotChangeItBySheet() {
        var address = address();
        var at = opened(WORKER, "address", address, "fullName", "避一");
        done(sends(WORKER, at + "/bars", "barred", KEEPER, "barReason", "亲属"));
        var version = version(at);
        var book = new Book();
        book.person(PLACE, address, "避二", "户主", "1970-01-01");
        assertThat(checked(book)).contains("有误 1 户", "这一户不由您导入");
        assertThat(version(at)).isEqualTo(version);
    }

    @Test
    void theHeadingsOfALocalityAreKeptAndItsSheetsAreReadByThem() {
        var headings = new ArrayList<>(Book.HEADINGS);
        headings.set(2, "门牌");
        var book = new Book(headings);
        book.person(PLACE, address(), "表头", "户主", "1970");
        wrong(upload(KEEPER, book.bytes()), "第一行没有“地址”这一栏");
        done(as(KEEPER).submit(IMPORT + "/headings", form("address", "门牌"), IMPORT));
        assertThat(checked(book)).contains("新建 1 户", "value=\"门牌\"");
        assertThat(workbook(KEEPER, "GET", IMPORT + "/template.xlsx").get(0).cells())
                .contains("门牌", "与户主关系");
        wrong(as(KEEPER).submit(IMPORT + "/headings", form("address", "姓名"), IMPORT), "有两栏都叫“姓名”");
        wrong(as(KEEPER).submit(IMPORT + "/headings", form("address", "长".repeat(31)), IMPORT), "不能超过 30 个字");
    }

    @Test
    void whatIsNoSheetOfThisLocalityIsRefusedWholeAndNothingIsKept() throws IOException {
        var before = stored.count("select count(*) from household_import");
        wrong(upload(KEEPER, "姓名,地址".getBytes(StandardCharsets.UTF_8)), "不是能读的 Excel 表格");
        wrong(upload(KEEPER, new Book().bytes()), "表头下面没有内容");
        wrong(upload(KEEPER, new Book(List.of("网格", "地址")).bytes()), "“姓名”、“与户主关系”、“出生日期”");
        wrong(upload(KEEPER, new Book(List.of("网格", "网格", "地址", "姓名", "与户主关系", "出生日期")).bytes()), "有两栏都是“网格”");
        var foreign = new Book();
        foreign.person("二居社区第一网格", address(), "外", "户主", "1970");
        foreign.person("不存在", address(), "外", "户主", "1970");
        wrong(upload(KEEPER, foreign.bytes()), "没有一行是本镇街的单位（例如第 2 行：这是赶水镇的单位）");
        wrong(upload(KEEPER, bomb()), "展开后太大");
        wrong(upload(KEEPER, new byte[11 << 20]), "文件太大，最多 10 MB");
        assertThat(stored.count("select count(*) from household_import")).isEqualTo(before);
    }

    /** Some kilobytes that unpack to more than is read. */
    private static byte[] bomb() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            part(zip, "xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet r:id=\"a\"/></sheets></workbook>", 1);
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"a\" Target=\"sheet.xml\"/></Relationships>",
                    1);
            part(zip, "xl/sheet.xml", "<row a=\"" + "x".repeat(450) + "\"/>", 400_000);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text, int times) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (times > 1) {
            zip.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < times; i++) {
            zip.write(bytes);
        }
        if (times > 1) {
            zip.write("</worksheet>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Book one(String address) {
        var book = new Book();
        book.person(PLACE, address, "一户", "户主", "1970-01-01");
        return book;
    }
}
