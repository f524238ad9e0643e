package org.minqing.proof.mould;

import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.minqing.MinqingApplication;
import org.minqing.support.Api;
import org.minqing.support.OwnMachine;
import org.minqing.support.Owner;
import org.minqing.support.TestTime;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application in this JVM with a clock that we move: three weeks pass in a second, and every timer on the way fires. */
public final class TimeTraveller implements AutoCloseable {

    private final Path data;
    private final ConfigurableApplicationContext application;

    public TimeTraveller(Path data) {
        this.data = data;
        OwnMachine.isAHall(data);
        application = new SpringApplicationBuilder(MinqingApplication.class, TestTime.class)
                .run(
                        "--server.port=0",
                        "--minqing.data-dir=" + data,
                        "--minqing.demonstration-appeals=false",
                        // Nobody guesses passwords here, and how long a sign-in takes is not measured.
                        "--minqing.password-rounds=1000",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--minqing.sla.sweep-every=P1D",
                        "--minqing.ledger.seal-every=-");
    }

    Walk walk() {
        return new Walk(api(), owner(), duration -> time().pass(duration.toString()));
    }

    public void goTo(Instant at) {
        time().set(at);
    }

    Instant now() {
        return time().instant();
    }

    public TestTime time() {
        return application.getBean(TestTime.class);
    }

    public DataSource owner() {
        return Owner.of(application.getBean(DataSource.class));
    }

    public Api api() {
        return Api.of(
                application.getEnvironment().getRequiredProperty("local.server.port", Integer.class), data.toString());
    }

    @Override
    public void close() {
        application.close();
    }
}
