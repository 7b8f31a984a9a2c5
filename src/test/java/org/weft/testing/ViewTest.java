package org.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.weft.WeftApplication;
import org.weft.access.AccountDetails;
import org.weft.access.Role;

/**
 * A view without a browser: real components, real navigation and access rules, real services on H2. Call
 * {@link #signIn} before navigating; it starts a fresh session.
 */
@WeftTest
@ViewPackages(classes = WeftApplication.class)
public abstract class ViewTest extends SpringBrowserlessTest {

    @Autowired
    protected Fixture fixture;

    @Autowired
    protected TestClock clock;

    /** Signs an account without a person in, in a fresh session. */
    protected AccountDetails signIn(Role... roles) {
        return signIn(null, roles);
    }

    /** Signs a person's account in, in a fresh session. */
    protected AccountDetails signIn(@Nullable Long personId, Role... roles) {
        cleanVaadinEnvironment();
        var account = SignedIn.as(personId, roles);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Locale.ENGLISH);
        return account;
    }

    /** As a browser does with what it cannot read as a day: the field has no value, and the words in it stay. */
    protected static void typeNoDate(DatePicker field) {
        var element = field.getElement();
        field.setValue(null);
        element.setProperty("_inputElementValue", "31.02.2026");
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "unparsable-change", JacksonUtils.createObjectNode()));
    }

    /** Nobody is signed in, in a fresh session. */
    protected void signOut() {
        cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    /** Waits for what is done on another thread; on a busy machine it takes its time. */
    protected void eventually(BooleanSupplier condition) {
        for (var i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(50_000_000L);
            roundTrip();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
