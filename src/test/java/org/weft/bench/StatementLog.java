package org.weft.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes what is sent to the database while somebody asks, and passes everything through unlooked at otherwise. */
final class StatementLog implements BeanPostProcessor {

    private volatile @Nullable List<String> noted;

    /** Something that reads or writes. */
    interface Work {
        void run() throws Exception;
    }

    /** The statements that were executed meanwhile, on any thread; a batch is one. */
    List<String> during(Work work) throws Exception {
        var statements = new CopyOnWriteArrayList<String>();
        noted = statements;
        try {
            work.run();
        } finally {
            noted = null;
        }
        return new ArrayList<>(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Noting(source) : bean;
    }

    private final class Noting extends DelegatingDataSource {
        private Noting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return noted == null ? connection : noting(connection);
        }
    }

    private Connection noting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    var result = invoke(connection, method, arguments);
                    if (result instanceof PreparedStatement statement) {
                        return noting(statement, PreparedStatement.class, (String) arguments[0]);
                    }
                    return result instanceof Statement statement ? noting(statement, Statement.class, "") : result;
                });
    }

    private <S extends Statement> Object noting(S statement, Class<S> type, String sql) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var list = noted;
                    if (list != null && method.getName().startsWith("execute")) {
                        list.add(arguments != null && arguments[0] instanceof String text ? text : sql);
                    }
                    return invoke(statement, method, arguments);
                });
    }

    private static @Nullable Object invoke(
            Object target, java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
