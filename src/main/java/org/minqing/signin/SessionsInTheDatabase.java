package org.minqing.signin;

import org.minqing.security.SessionLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/**
 * Sessions lie in the database that the nodes share, so that the death of a node signs nobody out. Each node deletes those
 * that have lapsed, every minute, and it does no harm that the others do it too.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "staff_session")
class SessionsInTheDatabase {

    @Bean
    ConversionService springSessionConversionService() {
        return new PlainValues();
    }

    /** Two requests of one browser may bring the same value at the same time. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> writtenTwiceIsWrittenOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** What {@link SeldomTouched} leaves unwritten costs nobody a minute. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lapsing(SessionLimits limits) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(limits.idle().plus(SeldomTouched.UNWRITTEN));
    }

    @Bean
    @Primary
    SeldomTouched.Repository seldomWrittenSessions(JdbcIndexedSessionRepository sessions) {
        return new SeldomTouched.Repository(sessions);
    }
}
