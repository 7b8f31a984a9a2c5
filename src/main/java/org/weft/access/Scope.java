package org.weft.access;

import java.util.HashMap;
import java.util.Map;
import org.weft.base.DatabaseDialect;

/**
 * Whom an account may see. Every read that lists people takes one, and puts {@link #condition} into its {@code where}.
 *
 * <p>A scope is the answer for one question ("the people I may see in the grid"), worked out from the account's roles
 * by {@link CurrentUser}; it holds no list of people, so it costs the same for a team of five and for a million.
 */
public sealed interface Scope {

    /** A condition on the column that holds a person's id, for instance {@code condition("p.id")}. */
    String condition(String personIdColumn);

    /**
     * What {@link #condition} says, for a statement that goes from those in scope to what they have. PostgreSQL has no idea how
     * many a lead sees: it went through all there is to find the few, or looked up each of many by itself.
     */
    default String gathered(String personIdColumn, DatabaseDialect dialect) {
        return condition(personIdColumn);
    }

    /** The named parameters {@link #condition} uses. All start with {@code scope}. */
    Map<String, Object> parameters();

    /** The whole of what the account may see, where this is a part of it somebody chose. */
    default Scope whole() {
        return this;
    }

    /** HR, and executives for figures. */
    record Everybody() implements Scope {
        @Override
        public String condition(String personIdColumn) {
            return "1 = 1";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }
    }

    /** The lead's reporting line at every depth, teams led and below, cohorts led, and the lead. */
    record Led(long leadId) implements Scope {
        @Override
        public String condition(String personIdColumn) {
            return personIdColumn + " in (" + persons() + ")";
        }

        /** In an array, which PostgreSQL goes through along an index; H2 would not. */
        @Override
        public String gathered(String personIdColumn, DatabaseDialect dialect) {
            return dialect.postgres()
                    ? personIdColumn + " = any (array(" + persons() + "))"
                    : condition(personIdColumn);
        }

        private static String persons() {
            return "select v.person_id from visible_person v where v.viewer_id = :scopeLead";
        }

        /**
         * What {@link #condition} says, worded to be asked of one row after the other along the indexes of what it is about: an
         * {@code offset} keeps PostgreSQL from gathering all teams below one to look for a single person in.
         */
        public String conditionOfOne(String personIdColumn) {
            return """
                    (<person> = :scopeLead
                        or exists (select 1 from reporting_line rl
                            where rl.lead_id = :scopeLead and rl.person_id = <person> offset 0)
                        or exists (select 1 from team t join team_closure tc on tc.ancestor_id = t.id
                            where t.leader_id = :scopeLead
                                and tc.team_id = (select p.team_id from person p where p.id = <person>) offset 0)
                        or exists (select 1 from participant led left join cohort c on c.id = led.cohort_id
                            where led.person_id = <person>
                                and (led.lead_id = :scopeLead or led.lead_by_hand and c.lead_id = :scopeLead) offset 0))""".replace("<person>", personIdColumn);
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("scopeLead", leadId);
        }
    }

    /** Only the person. */
    record Self(long personId) implements Scope {
        @Override
        public String condition(String personIdColumn) {
            return personIdColumn + " = :scopeSelf";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("scopeSelf", personId);
        }
    }

    /**
     * Those of a scope who are in a set, for reading.
     *
     * @param persons a query for the ids of persons
     * @param values its named parameters, which are called as nothing is in a statement that takes a scope
     */
    record Within(Scope whole, String persons, Map<String, Object> values) implements Scope {
        @Override
        public String condition(String personIdColumn) {
            return "(" + personIdColumn + " in (" + persons + ") and " + whole.condition(personIdColumn) + ")";
        }

        @Override
        public Map<String, Object> parameters() {
            var all = new HashMap<>(values);
            all.putAll(whole.parameters());
            return Map.copyOf(all);
        }
    }

    /** Nobody: an account that is tied to no person and holds no role that sees people. */
    record Nobody() implements Scope {
        @Override
        public String condition(String personIdColumn) {
            return "1 = 0";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }
    }
}
