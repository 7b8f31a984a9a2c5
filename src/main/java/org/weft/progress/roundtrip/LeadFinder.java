package org.weft.progress.roundtrip;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** Finds out whom cells name as a lead, by e-mail or employee number; within the scope, as if there were nobody else. */
@Component
class LeadFinder {

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;

    LeadFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Named(
            long id, String employeeNumber, @Nullable String email, boolean active) {}

    /** Those named in some cells. */
    static final class Leads {

        private final Map<String, Named> byNumber = new HashMap<>();
        private final Map<String, Set<Named>> byEmail = new HashMap<>();

        private void add(Named person) {
            byNumber.put(plain(person.employeeNumber()), person);
            if (person.email() != null) {
                // One who is named by number in one cell and by e-mail in another is still one.
                byEmail.computeIfAbsent(plain(person.email()), any -> new LinkedHashSet<>())
                        .add(person);
            }
        }

        /** @throws InvalidInputException for nobody, and where it may be several */
        long find(String cell) {
            var numbered = byNumber.get(plain(cell));
            if (numbered != null) {
                return numbered.id();
            }
            var addressed = byEmail.getOrDefault(plain(cell), Set.of());
            var active = addressed.stream().filter(Named::active).toList();
            var meant = active.isEmpty() ? List.copyOf(addressed) : active;
            if (meant.isEmpty()) {
                throw new InvalidInputException(Text.of("progress.excel.problem.lead.unknown"));
            }
            if (meant.size() > 1) {
                throw new InvalidInputException(Text.of("progress.excel.problem.lead.several", meant.size()));
            }
            return meant.getFirst().id();
        }
    }

    /** A statement for a thousand cells. */
    Leads find(Scope scope, Collection<String> cells) {
        var leads = new Leads();
        var words = cells.stream().map(LeadFinder::plain).distinct().toList();
        for (var from = 0; from < words.size(); from += CHUNK) {
            jdbc.sql("""
                            select p.id, p.employee_number, p.email, p.active from person p
                            where (lower(p.email) in (:words) or lower(p.employee_number) in (:words)) and\s""" + scope.condition("p.id"))
                    .param("words", words.subList(from, Math.min(from + CHUNK, words.size())))
                    .params(scope.parameters())
                    .query(Named.class)
                    .list()
                    .forEach(leads::add);
        }
        return leads;
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }
}
