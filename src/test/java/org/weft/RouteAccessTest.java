package org.weft;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weft.access.Role.ADMIN;
import static org.weft.access.Role.EXECUTIVE;
import static org.weft.access.Role.HR;
import static org.weft.access.Role.MANAGER;
import static org.weft.access.Role.MEMBER;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.testing.Fixture;
import org.weft.testing.ViewTest;

/** Every route times every role, as the design's table of roles says. A route without a row here fails. */
class RouteAccessTest extends ViewTest {

    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> PROGRAM_STAFF = Set.of(HR, MANAGER);
    /** Open before sign-in: the way in, where whoever is signed in is sent home, and what a link in a mail leads to. */
    private static final Set<String> BEFORE_SIGN_IN = Set.of("login", "setup", "silence", "subscription");

    private static final Map<String, Set<Role>> MAY = new TreeMap<>(Map.ofEntries(
            Map.entry("", EVERYBODY),
            Map.entry("my-plan", EVERYBODY),
            Map.entry("conversations", PROGRAM_STAFF),
            Map.entry("progress", PROGRAM_STAFF),
            Map.entry("progress/matrix", PROGRAM_STAFF),
            Map.entry("progress/excel", PROGRAM_STAFF),
            Map.entry("person", PROGRAM_STAFF),
            Map.entry("programs", PROGRAM_STAFF),
            Map.entry("cohort", PROGRAM_STAFF),
            Map.entry("library", PROGRAM_STAFF),
            Map.entry("assign", PROGRAM_STAFF),
            Map.entry("people", Set.of(HR)),
            Map.entry("people/import", Set.of(HR)),
            Map.entry("people/levels", Set.of(HR)),
            Map.entry("policies", Set.of(HR)),
            Map.entry("policies/forecast", Set.of(HR)),
            Map.entry("policies/holidays", Set.of(HR)),
            Map.entry("outbox", Set.of(HR, ADMIN)),
            Map.entry("mail/server", Set.of(ADMIN)),
            Map.entry("mail/templates", Set.of(HR, ADMIN)),
            Map.entry("my-people", Set.of(MANAGER)),
            Map.entry("coaching", Set.of(MANAGER)),
            Map.entry("dashboard", Set.of(HR)),
            Map.entry("insight", Set.of(HR, EXECUTIVE)),
            Map.entry("reports", Set.of(HR, MANAGER, EXECUTIVE)),
            Map.entry("accounts", Set.of(ADMIN)),
            Map.entry("access-tokens", Set.of(HR, MANAGER, EXECUTIVE)),
            Map.entry("figures", Set.of(ADMIN)),
            Map.entry("audit", Set.of(HR, ADMIN))));

    /** Things of the manager's own line, so that a parameter never is the reason for a refusal. */
    private record Own(long manager, long member, long program, long cohort) {}

    @Test
    void everyRouteOpensForWhomItShallAndForNobodyElse() {
        var own = own();
        for (var route : routes()) {
            var name = name(route);
            assertThat(MAY).as("who may open /" + name).containsKey(name);
            for (var role : Role.values()) {
                signIn(role == MEMBER ? own.member() : own.manager(), role);
                UI.getCurrent().navigate(path(route, own));
                assertThat(getCurrentView().getClass().equals(route.getNavigationTarget()))
                        .as("%s opens /%s", role, name)
                        .isEqualTo(MAY.get(name).contains(role));
            }
        }
    }

    @Test
    void nothingButTheWayInOpensBeforeSignIn() {
        var own = own();
        for (var route : routes()) {
            signOut();
            UI.getCurrent().navigate(path(route, own));
            assertThat(getCurrentView().getClass().getSimpleName())
                    .as("/%s before sign-in", name(route))
                    .isEqualTo("LoginView");
        }
    }

    @Test
    void anotherTeamsPeopleAndCohortsLookAsIfTheyDidNotExist() {
        var own = own();
        var stranger = fixture.person("Someone Else");
        var strangersCohort = fixture.cohort(fixture.cycle(), "Elsewhere", stranger);
        fixture.participant(strangersCohort, stranger);
        signIn(own.manager(), MANAGER);
        for (var path : List.of("person/" + stranger, "person/999999999", "cohort/" + strangersCohort)) {
            UI.getCurrent().navigate(path);
            assertThat(getCurrentView().getClass().getSimpleName()).as(path).contains("NotFound");
        }
    }

    /** Every parameter any page understands, and some none does, on every page a manager may open. */
    @Test
    void noParameterInTheAddressTellsAnythingOfAnotherTeam() {
        var own = own();
        var stranger = fixture.person("Stella", "Stranger")
                .team(fixture.team("Strange team"))
                .add();
        var program = fixture.program("Strange program");
        var cycle = fixture.cycle(program, "Strange cycle", Fixture.QUARTER_START, Fixture.QUARTER_END);
        var cohort = fixture.cohort(cycle, "Strange cohort", stranger);
        var participant = fixture.participant(cohort, stranger);
        var template = fixture.template("STRANGE", "FRONT_LINE", 3);
        var assignment = fixture.assignment(participant, template, Fixture.QUARTER_END);
        var ids = Map.of(
                "person", stranger,
                "participant", participant,
                "assignment", assignment,
                "team",
                        fixture.jdbc()
                                .sql("select id from team")
                                .query(Long.class)
                                .single(),
                "cohort", cohort,
                "cycle", cycle,
                "program", program,
                "message", 1L);
        var addresses = new ArrayList<Map<String, String>>();
        ids.forEach((name, id) -> addresses.add(Map.of(name, id.toString())));
        addresses.add(ids.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, id -> id.getValue().toString())));
        addresses.add(Map.of("q", "Str", "name", "Str", "cycle", Long.toString(cycle)));
        for (var route : routes()) {
            for (var parameters : addresses) {
                signIn(own.manager(), MANAGER);
                UI.getCurrent().navigate(path(route, own), QueryParameters.simple(parameters));
                assertThat(UI.getCurrent().getElement().getTextRecursively() + shown())
                        .as("/%s?%s", path(route, own), parameters)
                        .doesNotContain("Strange", "Stella");
            }
        }
    }

    /** What the grids of the page have fetched; it is no text of theirs. */
    private String shown() {
        return $(Grid.class).all().stream()
                .map(grid -> test(grid))
                .flatMap(grid -> IntStream.range(0, grid.size()).mapToObj(row -> String.valueOf(grid.getRow(row))))
                .collect(joining());
    }

    private Own own() {
        var manager = fixture.person("Ada", "Lovelace").level("MANAGER").add();
        var member = fixture.person("Alan", "Turing").manager(manager).add();
        var program = fixture.program("Own program");
        var cycle = fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        var cohort = fixture.cohort(cycle, "Own cohort", manager);
        fixture.participant(cohort, member);
        return new Own(manager, member, program, cohort);
    }

    private static List<RouteData> routes() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> !BEFORE_SIGN_IN.contains(name(route)))
                .toList();
    }

    /** The route without its parameters. */
    private static String name(RouteData route) {
        return route.getTemplate().replaceAll("/?:.*", "");
    }

    private static String path(RouteData route, Own own) {
        return switch (name(route)) {
            case "person" -> "person/" + own.member();
            case "cohort" -> "cohort/" + own.cohort();
            case "programs" -> route.getTemplate().contains(":") ? "programs/" + own.program() : "programs";
            case "progress/excel" -> route.getTemplate().contains(":") ? "progress/excel/1" : "progress/excel";
            case "mail/templates" -> route.getTemplate().contains(":") ? "mail/templates/digest" : "mail/templates";
            default -> name(route);
        };
    }
}
