package org.minqing.sla.calendar;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import org.minqing.policy.StrictYaml;
import org.minqing.sla.calendar.CalendarFileException.Fault;

/** Says in two languages why a text is no yearly file. */
final class YamlFaults {

    private YamlFaults() {}

    static Fault of(IOException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new Fault(StrictYaml.path(unknown), "不认识的项", "unknown key");
        }
        if (e.getCause() instanceof JsonParseException syntax) {
            return of(syntax);
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return new Fault(StrictYaml.path(mapping), "写法不对", "is not of the right form: " + firstLine(mapping));
        }
        return new Fault(line(e), "YAML 格式有误", "is no sound YAML: " + firstLine(e));
    }

    private static String line(IOException e) {
        var at = e instanceof JsonProcessingException p ? p.getLocation() : null;
        return at == null ? "全文" : "第 " + at.getLineNr() + " 行";
    }

    private static String firstLine(IOException e) {
        var text = e instanceof JsonProcessingException p ? p.getOriginalMessage() : e.getMessage();
        return text.lines().findFirst().orElse("");
    }
}
