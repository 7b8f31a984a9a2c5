package org.weft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** Who gets in where programs read, by the requests they send. */
@WeftTest
class ApiSecurityTest {

    private static final String CYCLES = "/api/v1/cycles";
    private static final String PASSWORD = "a loom, a shuttle";

    @Autowired
    WebApplicationContext context;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountRepository stored;

    @Autowired
    AccessTokenService tokens;

    @Autowired
    SignInLinks links;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    private MockMvc mvc;
    private long id;
    private String token;

    @BeforeEach
    void adaHasAToken() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        SignedIn.as(Role.ADMIN);
        id = accounts.create(draft(true, Role.HR));
        var link = links.forPassword(id);
        links.setPassword(link.substring(link.lastIndexOf('/') + 1), PASSWORD);
        SignedIn.with(stored.findById(id).orElseThrow().details());
        token = tokens.create(new AccessTokenDraft("Script", 30));
        SecurityContextHolder.clearContext();
    }

    private static AccountDraft draft(boolean active, Role... roles) {
        return new AccountDraft("ada", "Ada", null, Set.of(roles), null, ExecutiveReach.WHOLE, "en", "UTC", active);
    }

    private void save(AccountDraft draft) {
        SignedIn.as(Role.ADMIN);
        accounts.save(id, accounts.find(id).orElseThrow().version(), draft);
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        var result = mvc.perform(request).andReturn();
        assertThat(result.getRequest().getSession(false)).as("session").isNull();
        assertThat(result.getResponse().getHeader("Set-Cookie")).isNull();
        return result.getResponse();
    }

    /** From an address of this test's own: wrong tokens are counted by it, and longer than a test runs. */
    private MockHttpServletResponse with(String sent) throws Exception {
        return send(get(CYCLES).header("Authorization", "Bearer " + sent).with(request -> {
            request.setRemoteAddr("of " + token);
            return request;
        }));
    }

    private static void refused(MockHttpServletResponse response, int status) throws Exception {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(JsonPath.<Integer>read(response.getContentAsString(), "$.status"))
                .isEqualTo(status);
        assertThat(JsonPath.<String>read(response.getContentAsString(), "$.detail"))
                .isNotBlank();
    }

    @Test
    void aTokenReads() throws Exception {
        assertThat(with(token).getStatus()).isEqualTo(200);
        assertThat(send(get(CYCLES).header("Authorization", "bearer  " + token)).getStatus())
                .isEqualTo(200);
        assertThat(with(token).getHeader("Cache-Control")).contains("no-store");
        assertThat(fixture.jdbc()
                        .sql("select count(*) from account where last_sign_in_at is not null")
                        .query(Integer.class)
                        .single())
                .as("a program does not sign in")
                .isZero();
    }

    @Test
    void withoutATokenThereIsNothing() throws Exception {
        for (var path : List.of(CYCLES, "/api", "/api/v1/cycles/1/people.csv", "/api/anything")) {
            var response = send(get(path));
            refused(response, 401);
            assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"Weft\"");
        }
        refused(send(get(CYCLES).header("Authorization", "Basic YWRhOnB3")), 401);
        refused(send(get(CYCLES + "?access_token=" + token)), 401);
    }

    @Test
    void aTokenThatIsNoneIsRefusedAndSaysSo() throws Exception {
        for (var wrong : List.of("weft_x", token + "x", "", "x".repeat(5000))) {
            var response = with(wrong);
            refused(response, 401);
            assertThat(response.getHeader("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"Weft\", error=\"invalid_token\"");
        }
    }

    @Test
    void whoGuessesIsToldToWaitAndGoodTokensAreNotHeldUp() throws Exception {
        for (var attempt = 0; attempt < SignInThrottle.PER_NAME; attempt++) {
            assertThat(with(token).getStatus()).isEqualTo(200);
            refused(with("weft_" + attempt), 401);
        }
        var response = with("weft_more");
        refused(response, 429);
        assertThat(Long.parseLong(String.valueOf(response.getHeader("Retry-After"))))
                .isBetween(1L, 301L);
        assertThat(with(token).getStatus()).isEqualTo(200);
        clock.advance(SignInThrottle.PERIOD);
        refused(with("weft_more"), 401);
    }

    @Test
    void aTokenEndsByItsTimeAndByItsOwner() throws Exception {
        SignedIn.with(stored.findById(id).orElseThrow().details());
        tokens.revoke(tokens.list().getFirst().id());
        var other = tokens.create(new AccessTokenDraft("Other", 90));
        SecurityContextHolder.clearContext();
        refused(with(token), 401);
        assertThat(with(other).getStatus()).isEqualTo(200);
        clock.advance(Duration.ofDays(90));
        refused(with(other), 401);
    }

    @Test
    void whatTheOwnerLosesCountsAtTheNextRequest() throws Exception {
        save(draft(true, Role.MEMBER));
        refused(with(token), 403);
        save(draft(true, Role.MANAGER));
        assertThat(with(token).getStatus()).isEqualTo(200);
        save(draft(false, Role.MANAGER));
        refused(with(token), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
    void thereIsNothingButReading(String method) throws Exception {
        for (var path : List.of(CYCLES, "/api/v1/cycles/1/people", "/api/openapi.json")) {
            var response = send(request(HttpMethod.valueOf(method), path).header("Authorization", "Bearer " + token));
            assertThat(response.getStatus()).isEqualTo(405);
            assertThat(response.getHeader("Allow")).isEqualTo("GET");
        }
    }

    @Test
    void theSessionOfABrowserIsNoKeyHere() throws Exception {
        var session = mvc.perform(
                        post("/login").with(csrf()).param("username", "ada").param("password", PASSWORD))
                .andReturn()
                .getRequest()
                .getSession(false);
        assertThat(session).isNotNull();
        var response = mvc.perform(get(CYCLES).session((MockHttpSession) session))
                .andReturn()
                .getResponse();
        refused(response, 401);
    }

    @Test
    void aTokenIsNoKeyToThePortal() throws Exception {
        for (var path : List.of("/", "/people", "/access-tokens", "/API/v1/cycles", "/apis")) {
            var response = mvc.perform(get(path).header("Authorization", "Bearer " + token))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(path).isEqualTo(302);
            assertThat(response.getRedirectedUrl()).as(path).endsWith("/login");
        }
    }

    @Test
    void theDescriptionIsOpenToAll() throws Exception {
        var response = send(get("/api/openapi.json"));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(JsonPath.<String>read(response.getContentAsString(), "$.openapi"))
                .isEqualTo("3.1.0");
    }
}
