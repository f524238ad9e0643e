package org.minqing.proof.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what is sent to the database, by SQL text. A batch counts once, as it is one journey. While it does not count,
 * connections are handed out as they are, so that it costs nothing where time is measured.
 */
final class StatementCounter extends DelegatingDataSource {

    private final Map<String, LongAdder> bySql = new ConcurrentHashMap<>();
    private volatile boolean counting;

    StatementCounter(DataSource target) {
        super(target);
    }

    void count(boolean on) {
        bySql.clear();
        counting = on;
    }

    Map<String, LongAdder> bySql() {
        return bySql;
    }

    long total() {
        return bySql.values().stream().mapToLong(LongAdder::sum).sum();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return counting ? proxy(Connection.class, connection, this::onConnection) : connection;
    }

    private Object onConnection(Connection target, java.lang.reflect.Method method, Object[] args) throws Throwable {
        var result = call(target, method, args);
        if (result instanceof CallableStatement) {
            return result;
        }
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement, (s, m, a) -> onStatement(s, m, a, (String) args[0]));
        }
        if (result instanceof Statement statement) {
            return proxy(Statement.class, statement, (s, m, a) -> onStatement(s, m, a, null));
        }
        return result;
    }

    private Object onStatement(Object target, java.lang.reflect.Method method, Object[] args, String sql)
            throws Throwable {
        if (method.getName().startsWith("execute")) {
            var text = sql != null ? sql : args == null ? "a batch" : String.valueOf(args[0]);
            bySql.computeIfAbsent(text.strip().replaceAll("\\s+", " "), k -> new LongAdder())
                    .increment();
        }
        return call(target, method, args);
    }

    private interface Handler<T> {
        Object handle(T target, java.lang.reflect.Method method, Object[] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Handler<T> handler) {
        InvocationHandler calls = (self, method, args) -> handler.handle(target, method, args);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
