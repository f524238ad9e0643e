package org.minqing.household;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/** Somebody who lives in a household (家庭成员). */
public record Member(UUID id, UUID household, About about) {

    /**
     * What is known of him, all of it encrypted where it is stored.
     *
     * @param relation to the householder, or that he is it
     * @param born     a year, a month or a day, such as {@code 1946} or {@code 1946-03-05}; null if nobody knows
     * @param phone    null for none
     * @param groups   codes of key groups of the locality
     */
    public record About(String name, String relation, String born, String phone, List<String> groups) {

        /** Whether he may be so young; of whom nobody knows the age he is not. */
        public boolean youngerThan(int years, LocalDate today) {
            if (born == null) {
                return false;
            }
            var latest = switch (born.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(born), 12, 31);
                case 7 -> LocalDate.parse(born + "-01").plusMonths(1).minusDays(1);
                default -> LocalDate.parse(born);
            };
            return Period.between(latest, today).getYears() < years;
        }
    }
}
