package org.minqing.household.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.minqing.file.SheetReader;
import org.minqing.household.HouseholdTalk;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of sheets share: whoever brings them in, the program going through them, and no sheet left afterwards. */
public abstract class SheetTalk extends HouseholdTalk {

    protected static final String IMPORT = "/desk/households/import";
    protected static final String KEEPER = "shibu-livelihood";
    protected static final String PLACE = "砖瓦窑沟第一网格";

    @Autowired
    protected ImportRun run;

    protected HttpResponse<String> upload(String person, byte[] file) {
        return upload(as(person), file);
    }

    /** As a browser sends a file. */
    public static HttpResponse<String> upload(Session person, byte[] file) {
        var boundary = "a-part-of-a-form";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + person.token(IMPORT)
                + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"a.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(file);
        bytes.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return person.send(person.request(IMPORT)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
    }

    /** Uploaded and looked through, whatever was found. */
    protected String checked(Book book) {
        done(upload(KEEPER, book.bytes()));
        runs();
        return shown(KEEPER, IMPORT);
    }

    /** The same, and brought in. */
    protected String brought(Book book) {
        checked(book);
        done(confirm());
        runs();
        return shown(KEEPER, IMPORT);
    }

    protected HttpResponse<String> confirm() {
        return as(KEEPER).submit(IMPORT + "/" + sheet() + "/run", "x=", IMPORT);
    }

    /** The newest of all. */
    protected String sheet() {
        return jdbc.sql("select id::text from household_import order by place desc limit 1")
                .query(String.class)
                .single();
    }

    protected void runs() {
        while (run.step()) {
            // The next.
        }
    }

    protected List<List<String>> errors() {
        return workbook(KEEPER, "GET", IMPORT + "/" + sheet() + "/errors.xlsx").stream()
                .map(SheetReader.Row::cells)
                .skip(1)
                .toList();
    }

    protected List<SheetReader.Row> workbook(String person, String method, String path) {
        var session = as(person);
        var request = session.request(path).header("Accept", "text/html").header("Cookie", session.cookie());
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("_csrf=" + session.token("/desk/households/exports")));
        }
        try {
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return SheetReader.read(answer.body(), "sheet", 100_000);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of the household that is there now. */
    protected List<String> at(String address) {
        return jdbc.sql("select id::text from household where address = ? and ended is null")
                .param(address)
                .query(String.class)
                .list();
    }

    @AfterEach
    void noSheetIsLeft() {
        jdbc.sql("delete from household_import_part").update();
        jdbc.sql("update household_import set state = 'discarded' where state not in ('done', 'discarded')")
                .update();
        jdbc.sql("delete from household_heading").update();
    }
}
