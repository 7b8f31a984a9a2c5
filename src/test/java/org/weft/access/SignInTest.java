package org.weft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** Signing in and staying so, by the requests a browser sends. */
@WeftTest
class SignInTest {

    private static final String PASSWORD = "a loom, a shuttle";

    @Autowired
    WebApplicationContext context;

    @Autowired
    AccountService accounts;

    @Autowired
    SignInLinks links;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    private MockMvc browser;
    private long id;

    @BeforeEach
    void adaIsAManager() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        asAdministrator(() -> {
            id = accounts.create(draft("Ada", true, Role.MANAGER, Role.MEMBER));
            links.setPassword(token(links.forPassword(id)), PASSWORD);
        });
    }

    @Test
    void tooManyWrongPasswordsAreToldHowLongToWaitEvenWithTheRightOne() throws Exception {
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(signIn("wrong", "192.0.2.7")).isEqualTo("/login?error");
        }
        assertThat(signIn(PASSWORD, "192.0.2.7")).isEqualTo("/login?wait=300");
        assertThat(signIn(PASSWORD, "192.0.2.8")).isEqualTo("/");
        clock.advance(Duration.ofMinutes(5));
        assertThat(signIn(PASSWORD, "192.0.2.7")).isEqualTo("/");
    }

    @Test
    void whoSignsInRightIsNeverHeldUp() throws Exception {
        for (var attempt = 0; attempt < 11; attempt++) {
            assertThat(signIn("wrong", "192.0.2.9")).isEqualTo("/login?error");
            assertThat(signIn(PASSWORD, "192.0.2.9")).isEqualTo("/");
        }
    }

    private String signIn(String password, String address) throws Exception {
        var response = browser.perform(post("/login")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .param("username", "ada")
                        .param("password", password))
                .andReturn()
                .getResponse();
        return String.valueOf(response.getRedirectedUrl());
    }

    @Test
    void aRoleTakenAwayEndsTheSessionAtTheNextRequest() throws Exception {
        var session = session();
        assertThat(stillIn(session)).isTrue();
        asAdministrator(() -> save(draft("Ada", true, Role.MEMBER)));
        assertThat(stillIn(session)).isFalse();
        assertThat(stillIn(session())).as("after signing in again").isTrue();
    }

    @Test
    void anAccountSwitchedOffIsOutAtOnceAndDoesNotGetInAgain() throws Exception {
        var session = session();
        asAdministrator(() -> save(draft("Ada", false, Role.MANAGER, Role.MEMBER)));
        assertThat(stillIn(session)).isFalse();
        assertThat(signIn(PASSWORD, "192.0.2.10")).isEqualTo("/login?error");
    }

    @Test
    void aNewPasswordEndsSessionsAndRememberedSignInsOfTheOldOne() throws Exception {
        var session = session();
        fixture.jdbc()
                .sql(
                        "insert into persistent_logins (username, series, token, last_used) values ('ada', 's', 't', now())")
                .update();
        asAdministrator(() -> links.setPassword(token(links.forPassword(id)), PASSWORD + " and a thread"));
        assertThat(stillIn(session)).isFalse();
        assertThat(fixture.count("persistent_logins")).isZero();
    }

    @Test
    void aNewNameDisturbsNobody() throws Exception {
        var session = session();
        asAdministrator(() -> save(draft("Ada Lovelace", true, Role.MANAGER, Role.MEMBER)));
        assertThat(stillIn(session)).isTrue();
    }

    private MockHttpSession session() throws Exception {
        var session = browser.perform(
                        post("/login").with(csrf()).param("username", "ada").param("password", PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
        assertThat(session).isNotNull();
        return (MockHttpSession) session;
    }

    private boolean stillIn(MockHttpSession session) throws Exception {
        browser.perform(get("/accounts").session(session));
        return !session.isInvalid();
    }

    private void save(AccountDraft draft) {
        accounts.save(id, accounts.find(id).orElseThrow().version(), draft);
    }

    private static AccountDraft draft(String name, boolean active, Role... roles) {
        return new AccountDraft("ada", name, null, Set.of(roles), null, ExecutiveReach.WHOLE, "en", "UTC", active);
    }

    /** On another node, say: this test's sessions know nothing of it. */
    private static void asAdministrator(Runnable work) {
        SignedIn.as(Role.ADMIN);
        work.run();
        SecurityContextHolder.clearContext();
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
