package org.weft.base;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * What every connection to PostgreSQL asks for. Plans are made for the values at hand: a manager of 20 and one of 5,000
 * need different ones, and one plan for both is wrong for either. Compiling queries costs more than these ever win.
 */
@Component
class PostgresSettings implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan -c jit=off");
        }
        return bean;
    }
}
