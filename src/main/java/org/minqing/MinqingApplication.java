package org.minqing;

import org.minqing.household.start.RotateAtTheConsole;
import org.minqing.process.start.UnlockAtTheConsole;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Minqing 民情: residents' appeals as executable BPMN. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MinqingApplication {

    /** Every time that people read, and every timer column of the engine, is in this zone. */
    public static final String ZONE = "Asia/Shanghai";

    public static void main(String[] args) {
        NodeZone.set();
        if (UnlockAtTheConsole.isAsked(args)) {
            System.exit(UnlockAtTheConsole.run(args));
        }
        if (RotateAtTheConsole.isAsked(args)) {
            System.exit(RotateAtTheConsole.run(args));
        }
        SpringApplication.run(MinqingApplication.class, args);
    }
}
