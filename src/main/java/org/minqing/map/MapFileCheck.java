package org.minqing.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.minqing.organisation.Localities;

/** Checks a map before it is put in its place: a program of its own, that an official runs. */
final class MapFileCheck {

    private MapFileCheck() {}

    /** Code of the locality, and the file. Ends with 0 if it can be used, 1 if not, 2 if it cannot be read. */
    public static void main(String... arguments) {
        System.exit(arguments.length == 2 ? check(arguments[0], Path.of(arguments[1])) : usage());
    }

    static int check(String code, Path path) {
        var locality = new Localities().find(code).orElse(null);
        if (locality == null) {
            System.out.println("没有这个镇街 no such locality: " + code);
            return 2;
        }
        try (var in = Files.newInputStream(path)) {
            var read = ShapeFile.read(path.getFileName().toString(), locality, in);
            read.faults().forEach(System.out::println);
            System.out.println(
                    read.faults().isEmpty()
                            ? "可以使用 sound: " + read.shapes().shapes().size() + " 个单位 units"
                            : "不能使用 cannot be used");
            return read.faults().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            System.out.println("无法读取 unreadable: " + e);
            return 2;
        }
    }

    private static int usage() {
        System.out.println("java … MapFileCheck <locality> <map.geojson>");
        return 2;
    }
}
