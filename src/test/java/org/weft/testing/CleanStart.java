package org.weft.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** An empty database, the clock at its start and nobody signed in. */
class CleanStart implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    /**
     * Spring looks a nested class's configuration up where the class is written, not where it is inherited: under a
     * subclass {@link OnPostgres} its tests would run on H2 a second time.
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (!context.getEnclosingTestClasses().isEmpty()) {
            throw new IllegalStateException(context.getRequiredTestClass().getName()
                    + " is a nested test class and would never run on PostgreSQL. Write it as a class of its own.");
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var beans = SpringExtension.getApplicationContext(context);
        beans.getBean(Database.class).clean();
        beans.getBean(TestClock.class).set(TestClock.START);
        // Each context brings its own holder; the one of the context last started would stay in place for all.
        beans.getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        SecurityContextHolder.clearContext();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SecurityContextHolder.clearContext();
    }
}
