package org.minqing.household.web;

import java.util.List;
import org.minqing.household.Household;

/**
 * The file of a household as one person reads it.
 *
 * @param place     the unit and those above it, from the top down
 * @param contacted days since somebody was with them; null if nobody was
 * @param matters   appeals about the household as a whole
 * @param notes     null unless he has looked and may see them
 * @param looked    whether he gave a purpose, and so sees how to reach them
 * @param sensitive whether he sees what is sensitive as well
 */
record FileSheet(
        Household household,
        String place,
        Long contacted,
        List<Person> people,
        List<Needed> needs,
        int noteCount,
        List<Noted> notes,
        List<Owner> owners,
        List<Owner> before,
        List<Matter> matters,
        boolean looked,
        boolean sensitive) {

    record Tag(String symbol, String name) {}

    record Matter(String number, String title, String status) {}

    /** @param name null where he is so young that he is not named */
    record Person(
            String id, String name, String relation, List<Tag> tags, String born, String phone, List<Matter> matters) {}

    /** @param what null unless he may see it */
    record Needed(String id, String what, String when) {}

    record Noted(String at, String as, String text) {}

    /** @param byPost whether nobody was named, and it is he who holds the post */
    record Owner(String kind, String names, boolean byPost, String from, String until) {}
}
