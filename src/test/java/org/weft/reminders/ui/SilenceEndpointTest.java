package org.weft.reminders.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weft.reminders.policy.SilenceService;
import org.weft.reminders.policy.SilenceTokens;
import org.weft.reminders.policy.SilenceWish;
import org.weft.testing.Database;
import org.weft.testing.Fixture;
import org.weft.testing.PortalTest;

/** As a mail program calls it: over HTTP, without a session. */
@PortalTest
class SilenceEndpointTest {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Fixture fixture;

    @Autowired
    Database database;

    @Autowired
    SilenceService silence;

    @Autowired
    BeanFactory beans;

    private String token;

    @BeforeEach
    void ada() {
        token = SilenceTokens.of(beans, fixture.person("Ada Ready"));
    }

    @AfterEach
    void nobody() {
        database.clean();
    }

    private SilenceWish wish() {
        return silence.find(token).orElseThrow().wish();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void onePostStopsAllThatIsNotRequired() throws Exception {
        var answer = post("unsubscribe/" + token, ONE_CLICK);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
        assertThat(wish().everything()).isTrue();
        assertThat(wish().until()).isNull();
    }

    @Test
    void aFormOfSeveralPartsIsUnderstoodToo() throws Exception {
        var body = """
                --x
                Content-Disposition: form-data; name="List-Unsubscribe"

                One-Click
                --x--
                """.replace("\n", "\r\n");
        var answer = http.send(
                to("unsubscribe/" + token)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(wish().everything()).isTrue();
    }

    @Test
    void whoLooksUpTheAddressIsLedToThePageAndChangesNothing() throws Exception {
        for (var one : new String[] {token, "made-up"}) {
            var answer = get("unsubscribe/" + one);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/silence/" + one);
        }
        assertThat(get("silence/" + token).statusCode()).isEqualTo(200);
        assertThat(post("unsubscribe/" + token, "").statusCode())
                .as("not what the standard says")
                .isEqualTo(400);
        assertThat(wish()).isEqualTo(SilenceWish.NONE);
    }

    @Test
    void aTokenThatIsNoneTellsNothing() throws Exception {
        var gone = SilenceTokens.of(
                beans, fixture.person("Gone", "Away").inactive().add());
        var other = token.startsWith("A") ? "B" : "A";
        var answers = new HashSet<String>();
        for (var one :
                new String[] {"x", token.substring(1), other + token.substring(1), gone, SilenceTokens.of(beans, -1)}) {
            var answer = post("unsubscribe/" + one, ONE_CLICK);
            answers.add(answer.statusCode() + " " + answer.body());
        }
        assertThat(answers).containsExactly("404 ");
        assertThat(wish()).isEqualTo(SilenceWish.NONE);
    }

    @Test
    void nothingElseIsOpenedByIt() throws Exception {
        assertThat(post("unsubscribe/" + token + "/more", ONE_CLICK).statusCode())
                .isEqualTo(302);
        assertThat(post("silence/" + token, ONE_CLICK).statusCode()).isEqualTo(302);
        assertThat(wish()).isEqualTo(SilenceWish.NONE);
    }
}
