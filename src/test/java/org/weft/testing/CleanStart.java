package org.weft.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** An empty database, the clock at its start and nobody signed in. */
class CleanStart implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        var beans = SpringExtension.getApplicationContext(context);
        beans.getBean(Database.class).clean();
        beans.getBean(TestClock.class).set(TestClock.START);
        SecurityContextHolder.clearContext();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SecurityContextHolder.clearContext();
    }
}
