package org.weft.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weft.reports.Quarter;
import org.weft.reports.subscriptions.SubscriptionTokens;
import org.weft.testing.Database;
import org.weft.testing.Fixture;
import org.weft.testing.PortalTest;

/** As a mail program calls it: over HTTP, without a session. */
@PortalTest
class UnsubscribeEndpointTest {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Fixture fixture;

    @Autowired
    Database database;

    @Autowired
    BeanFactory beans;

    private String token;

    @BeforeEach
    void somebodyWhoGetsAReport() {
        var quarter = new Quarter(fixture);
        fixture.account(81, "Helga Human", null);
        fixture.jdbc().sql("""
                        insert into report_subscription (id, owner_id, kind, cycle_id, rhythm, weekday, month_day, at_time,
                            delivery, active, created_at)
                        values (5, 81, 'TEAM', ?, 'WEEKLY', 'MONDAY', 1, time '07:00:00', 'LINK', true, current_timestamp)""").param(quarter.cycle).update();
        fixture.jdbc()
                .sql(
                        "insert into report_recipient (id, subscription_id, account_id, since) values (6, 5, 81, current_timestamp)")
                .update();
        token = SubscriptionTokens.of(beans, 6);
    }

    @AfterEach
    void nobody() {
        database.clean();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void onePostEndsItAndASecondChangesNothing() throws Exception {
        for (var i = 0; i < 2; i++) {
            var answer = post("unsubscribe/report/" + token, ONE_CLICK);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .as("no session")
                    .isEmpty();
            assertThat(fixture.count("report_recipient")).isZero();
        }
    }

    @Test
    void whoLooksUpTheAddressIsLedToThePageAndChangesNothing() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/unsubscribe/report/" + token))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/subscription/" + token);
        assertThat(post("unsubscribe/report/" + token, "").statusCode()).isEqualTo(400);
        assertThat(post("unsubscribe/report/" + token + "/more", ONE_CLICK).statusCode())
                .isEqualTo(302);
        assertThat(fixture.count("report_recipient")).isOne();
    }

    @Test
    void aTokenForRemindersIsNoneForReports() throws Exception {
        for (var none : new String[] {"x", token.substring(1), SubscriptionTokens.ofReminders(beans, 6)}) {
            assertThat(post("unsubscribe/report/" + none, ONE_CLICK).statusCode())
                    .isEqualTo(404);
        }
        assertThat(fixture.count("report_recipient")).isOne();
    }
}
