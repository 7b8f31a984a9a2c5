package org.weft.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that give a level to job titles, in their order: the first that matches decides.
 *
 * @param version to be given back when they are saved
 */
public record LevelRules(int version, List<LevelRule> rules) {

    public LevelRules {
        rules = List.copyOf(rules);
    }

    /** The rule that decides about a job title, if one does. */
    public Optional<LevelRule> deciding(@Nullable String jobTitle) {
        return rules.stream().filter(rule -> rule.matches(jobTitle)).findFirst();
    }

    /** The level of a job title; front line where no rule matches. */
    public Level levelOf(@Nullable String jobTitle) {
        return deciding(jobTitle).map(LevelRule::level).orElse(Level.FRONT_LINE);
    }

    /** How many people would change their level if these rules were applied to everybody. */
    public int changing(Collection<TitleLevels> titles) {
        return titles.stream()
                .mapToInt(title -> title.differing(levelOf(title.jobTitle())))
                .sum();
    }
}
