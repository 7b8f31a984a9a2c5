package org.weft.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.base.NotFoundException;
import org.weft.base.ui.SearchHit;
import org.weft.testing.ViewTest;

/** The frame, the home page and what is shown when something is not there or goes wrong. */
class ShellTest extends ViewTest {

    @Test
    void theNavigationShowsEachRoleWhatItMayDo() {
        signIn(Role.ADMIN);
        UI.getCurrent().navigate("");
        assertThat(navigation()).contains("Home", "Accounts");

        signIn(Role.MEMBER);
        UI.getCurrent().navigate("");
        assertThat(navigation()).contains("Home").doesNotContain("Accounts");
    }

    @Test
    void groupsOfTheNavigationHaveNamesAndNoneIsEmpty() {
        signIn(Role.values());
        UI.getCurrent().navigate("");
        var groups = $(SideNav.class).all();
        assertThat(groups).extracting(SideNav::getLabel).startsWith("My work").endsWith("Administration");
        assertThat(groups).allSatisfy(group -> assertThat(group.getItems()).isNotEmpty());
    }

    @Test
    void whoIsSignedInStandsInTheFrame() {
        signIn(Role.HR, Role.ADMIN);
        UI.getCurrent().navigate("");
        var words = $(MenuBar.class)
                .withClassName("weft-account")
                .single()
                .getItems()
                .getFirst();
        assertThat(words.getElement().getAttribute("aria-label")).contains("Test hr", "Administrator, HR");
    }

    @Test
    void onlyWhoSeesPeopleCanSearchThem() {
        signIn(Role.MEMBER);
        UI.getCurrent().navigate("");
        assertThat($(PeopleSearch.class).exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void thePeopleSearchFindsThoseInSightAndSaysWhenThereIsNobody() {
        var lead = fixture.person("Ada", "Lovelace").level("MANAGER").add();
        var report = fixture.person("Grace", "Hopper").manager(lead).add();
        fixture.person("Grace Elsewhere");
        signIn(lead, Role.MANAGER);
        UI.getCurrent().navigate("");
        var field = (ComboBox<SearchHit>)
                $(ComboBox.class, $(PeopleSearch.class).single()).single();
        test(field).setFilter("grace");
        assertThat(test(field).getSuggestionItems()).extracting(SearchHit::path).containsExactly("person/" + report);
        test(field).setFilter("nobody of that name");
        assertThat(test(field).getSuggestionItems())
                .extracting(SearchHit::label)
                .containsExactly("Nobody found");

        field.setValue(new SearchHit("Grace Hopper", "", "person/" + report));
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("person/" + report);
        assertThat(field.getValue()).isNull();
    }

    @Test
    void theHomePageGreetsByTheTimeOfTheReader() {
        clock.set(Instant.parse("2026-11-23T07:00:00Z"));
        signIn(Role.ADMIN);
        UI.getCurrent().navigate("");
        assertThat($(H1.class).single().getText()).isEqualTo("Good morning, Test admin");
    }

    @Test
    void aPageThatDoesNotExistSaysSoCalmly() {
        signIn(Role.MEMBER);
        UI.getCurrent().navigate("no/such/page");
        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
        assertThat($(H2.class).single().getText()).isEqualTo("There is nothing here");
    }

    @Test
    void aPageOneMayNotSeeLooksAsIfItDidNotExist() {
        signIn(Role.MEMBER);
        UI.getCurrent().navigate("accounts");
        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
    }

    @AnonymousAllowed
    static class MissingThing extends Div {
        MissingThing() {
            throw new NotFoundException("person", 7);
        }
    }

    @AnonymousAllowed
    static class RefusedThing extends Div {
        RefusedThing() {
            throw new AccessDeniedException("no");
        }
    }

    @AnonymousAllowed
    static class BrokenThing extends Div {
        BrokenThing() {
            throw new IllegalStateException("secret detail");
        }
    }

    @Test
    void aThingThatIsMissingOrRefusedLooksTheSame() {
        signIn(Role.HR);
        var routes = RouteConfiguration.forSessionScope();
        routes.setRoute("missing", MissingThing.class, MainLayout.class);
        routes.setRoute("refused", RefusedThing.class, MainLayout.class);
        UI.getCurrent().navigate("missing");
        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
        UI.getCurrent().navigate("refused");
        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
    }

    @Test
    void aPageThatBreaksGivesAReferenceAndNoDetail() {
        signIn(Role.HR);
        RouteConfiguration.forSessionScope().setRoute("broken", BrokenThing.class, MainLayout.class);
        UI.getCurrent().navigate("broken");
        assertThat(getCurrentView()).isInstanceOf(UnexpectedErrorView.class);
        assertThat($(Paragraph.class).single().getText())
                .matches(".*reference: [0-9A-F]{8}")
                .doesNotContain("secret");
    }

    @Test
    void aClickThatFailsLeavesThePageAsItIs() {
        signIn(Role.HR);
        UI.getCurrent().navigate("");
        var view = getCurrentView();
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(new IllegalStateException("secret detail")));
        roundTrip();
        assertThat(getCurrentView()).isSameAs(view);
        assertThat($(Div.class)
                        .withClassName("weft-notification-text")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("reference")
                .doesNotContain("secret");
    }

    @Test
    void systemMessagesSpeakThePagesLanguageAlsoWithoutARequest() {
        var messages = VaadinService.getCurrent().getSystemMessages(Locale.GERMAN, null);
        assertThat(messages.getSessionExpiredCaption()).isEqualTo("Sie wurden abgemeldet");
        assertThat(messages.isSessionExpiredNotificationEnabled()).isTrue();
    }

    private List<String> navigation() {
        return $(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }
}
