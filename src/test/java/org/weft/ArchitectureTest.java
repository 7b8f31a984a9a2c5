package org.weft;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.weft.access.AccountStanding;
import org.weft.access.CurrentUser;
import org.weft.access.SignInLinks;
import org.weft.access.SignInThrottle;
import org.weft.base.Translations;
import org.weft.base.ui.Links;
import org.weft.mail.MailSettings;
import org.weft.workbook.Workbooks;

/** The structure that docs/architecture.md promises. */
@AnalyzeClasses(packages = "org.weft", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @Test
    void featuresDependOnlyOnWhatStandsToTheirLeft() {
        ApplicationModules.of(WeftApplication.class).verify();
    }

    @ArchTest
    static final ArchRule noCycles =
            SlicesRuleDefinition.slices().matching("org.weft.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule vaadinStaysInViews = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "org.weft.shell..")
            .and()
            .doNotHaveFullyQualifiedName(WeftApplication.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule spreadsheetsStayInTheKit = noClasses()
            .that()
            .resideOutsideOfPackage("org.weft.workbook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "org.dhatim..", "de.siegmar..", "org.openxmlformats..");

    @ArchTest
    static final ArchRule pagesAreDrawnInTheKit = noClasses()
            .that()
            .resideOutsideOfPackage("org.weft.workbook.pdf..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..");

    @ArchTest
    static final ArchRule smtpStaysInMail = noClasses()
            .that()
            .resideOutsideOfPackage("org.weft.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.springframework.mail..", "ch.digitalfondue..");

    @ArchTest
    static final ArchRule noFieldInjection = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** Vaadin's call throws on an address with a query; {@link Links#go} takes it. */
    @ArchTest
    static final ArchRule addressesAreOpenedInOneWay =
            noClasses().should().callMethod(UI.class, "navigate", String.class);

    @ArchTest
    static final ArchRule viewsArePrivateToTheirFeature =
            classes().that().areAnnotatedWith(Route.class).should().notBePublic();

    @ArchTest
    static final ArchRule entitiesAreInvisibleToOtherFeatures =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule repositoriesAreInvisibleToOtherFeatures =
            classes().that().areAssignableTo(Repository.class).should().notBePublic();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    @ArchTest
    static final ArchRule everyServiceSaysWhoMay = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .should(sayWhoMay());

    /** Whatever a page asks, be it called a service or not. What tells nothing of anybody's is named here. */
    @ArchTest
    static final ArchRule whatViewsCallSaysWhoMay = methods()
            .that(areCalledByPages())
            .and()
            .areDeclaredInClassesThat(areBeans())
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("..ui..", "org.weft.shell..")
            .and()
            .areDeclaredInClassesThat(doNot(belongToAnyOf(
                    // Before sign-in a link is all there is; making one for somebody is guarded by the method.
                    SignInLinks.class,
                    SignInThrottle.class,
                    AccountStanding.class,
                    CurrentUser.class,
                    Translations.class,
                    MailSettings.class,
                    Workbooks.class)))
            .should(sayWhoMay());

    private static DescribedPredicate<JavaMethod> areCalledByPages() {
        return describe(
                "are called by pages",
                method -> method.getCallsOfSelf().stream()
                        .map(call -> call.getOriginOwner().getPackageName())
                        .anyMatch(name -> name.contains(".ui") || name.equals("org.weft.shell")));
    }

    private static DescribedPredicate<JavaClass> areBeans() {
        return describe("are beans", type -> type.isMetaAnnotatedWith(Component.class));
    }

    private static ArchCondition<JavaMethod> sayWhoMay() {
        return ArchCondition.from(describe(
                "say who may by @PreAuthorize",
                method -> method.isAnnotatedWith(PreAuthorize.class)
                        || method.getOwner().isAnnotatedWith(PreAuthorize.class)));
    }

    /** A command answers on them; everything else speaks to the log. */
    @ArchTest
    static final ArchRule noStandardStreams = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Command")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule noStaticState = fields().that().areStatic().should().beFinal();
}
