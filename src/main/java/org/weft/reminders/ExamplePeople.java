package org.weft.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.base.Translations;

/** Finds, or makes up, the people examples of mails are made of. */
@Repository
public class ExamplePeople {

    private static final String READ = """
            select p.id, p.display_name, p.given_name, pt.id as participant_id, pr.name as program, cy.name as cycle,
                pt.live_count - pt.completed_count - pt.submitted_count as open
            from person p
            left join participant pt on pt.person_id = p.id
            left join cohort co on co.id = pt.cohort_id
            left join cycle cy on cy.id = pt.cycle_id
            left join program pr on pr.id = cy.program_id
            where\s""";

    private final JdbcClient jdbc;
    private final Translations translations;

    ExamplePeople(JdbcClient jdbc, Translations translations) {
        this.jdbc = jdbc;
        this.translations = translations;
    }

    /** @throws NotFoundException if the scope does not show the person */
    public ExamplePerson find(Scope scope, long personId) {
        return jdbc.sql(READ + "p.id = :id and " + scope.condition("p.id")
                        + " order by cy.ends_on desc nulls last, pt.id desc fetch first 1 rows only")
                .param("id", personId)
                .params(scope.parameters())
                .query(ExamplePeople::row)
                .optional()
                .orElseThrow(() -> new NotFoundException("person", personId));
    }

    /** Some of those the person leads, in the newest cycles. */
    public List<ExamplePerson> ledBy(Scope scope, long personId, int most) {
        return jdbc.sql(READ + "co.lead_id = :lead and p.active and " + scope.condition("p.id")
                        + " order by cy.ends_on desc, p.sort_name, pt.id fetch first " + most + " rows only")
                .param("lead", personId)
                .params(scope.parameters())
                .query(ExamplePeople::row)
                .list();
    }

    /** Somebody nobody knows, who takes part in something nobody has planned. */
    public ExamplePerson invented(Locale locale) {
        return new ExamplePerson(
                null,
                translations.translate("reminders.example.name", locale),
                translations.translate("reminders.example.givenName", locale),
                inventedPlan(locale));
    }

    /** What somebody who takes part in nothing might take part in. */
    public ExamplePerson.Plan inventedPlan(Locale locale) {
        return new ExamplePerson.Plan(
                null,
                translations.translate("reminders.example.program", locale),
                translations.translate("reminders.example.cycle", locale),
                2);
    }

    private static ExamplePerson row(ResultSet row, int number) throws SQLException {
        var participant = row.getObject("participant_id", Long.class);
        return new ExamplePerson(
                row.getLong("id"),
                row.getString("display_name"),
                row.getString("given_name"),
                participant == null
                        ? null
                        : new ExamplePerson.Plan(
                                participant, row.getString("program"), row.getString("cycle"), row.getInt("open")));
    }
}
