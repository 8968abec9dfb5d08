package dev.footnote.explorer.view;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages. A file {@code messages/text_de.properties} translates them. */
@MessageBundle("text")
public interface Texts {

    @Message("Search by name")
    String searchByName();

    @Message("Search")
    String search();

    @Message("Skip to the content")
    String skip();

    @Message("Facts")
    String facts();

    @Message("Footnotes")
    String footnotes();

    @Message("As of")
    String asOf();

    @Message("A year, a month or a day, such as 2018-04")
    String asOfHelp();

    @Message("Show")
    String show();

    @Message("All times")
    String allTimes();

    @Message("As of {date}: only what held then is shown.")
    String heldOn(String date);

    @Message("As of {date}: the links on this page lead to what held then. The page itself is about all times.")
    String linksHold(String date);

    @Message("Take this page along")
    String takeAlong();

    @Message("The query behind this page")
    String query();

    @Message("Copy as GraphQL")
    String copy();

    @Message("Open in GraphiQL")
    String graphiql();

    @Message("All {count}")
    String all(int count);

    @Message("Close")
    String close();

    @Message("Other sources disagree")
    String disputed();

    @Message("Original document")
    String original();

    @Message("Previous page")
    String previous();

    @Message("Next page")
    String next();

    @Message("Nothing is found.")
    String nothing();

    @Message("Names are found in any script, in any order of their words, from their first letters, and with one typing error.")
    String searchHelp();

    @Message("Order by")
    String order();

    @Message("Narrow down")
    String facets();

    @Message("What was read in it")
    String readInIt();

    @Message("Also called")
    String alsoCalled();

    @Message("The whole dataset")
    String whole();

    @Message("Latest edits")
    String latestEdits();

    @Message("Latest sources")
    String latestSources();

    @Message("Every fact names the document it was read in.")
    String motto();

    @Message("Where sources disagree: {count}")
    String disagreements(int count);

    @Message("Details")
    String details();

    @Message("The document as a whole")
    String wholeDocument();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("A name, or an id such as person:lei-jun")
    String endHelp();

    @Message("Which one?")
    String whichOne();

    @Message("Find the path")
    String findPath();

    @Message("No path is known.")
    String noPath();

    @Message("Find a path from here")
    String pathFromHere();

    @Message("One source only")
    String oneSource();

    @Message("No date")
    String noDate();

    @Message("No description")
    String noDescription();

    @Message("Open end")
    String openEnd();

    @Message("What is missing")
    String missing();

    @Message("How two records are connected")
    String path();

    @Message("Where sources contradict each other")
    String disagreementsHelp();

    @Message("What the dataset does not know, or knows from one place only")
    String missingHelp();

    @Message("About the dataset")
    String about();

    @Message("Cite as")
    String cite();

    @Message("Neighbours")
    String neighbours();

    @Message("{|{records} records, {links} links.|}")
    String graphCount();

    @Message("A graph shows no more.")
    String graphFull();

    @Message("{|Add the neighbours of {name}|}")
    String graphAdd();

    @Message("A click on a point, or on the plus beside a name, adds its neighbours. Points can be moved.")
    String graphHelp();

    @Message("Parts and wholes")
    String tree();

    @Message("Lists")
    String lists();

    @Message("Records")
    String records();

    @Message("Copy the link")
    String copyLink();

    @Message("Copy")
    String copyIt();

    @Message("Copied")
    String copied();

    @Message("Wide bars are values. Thin bars are growth: filled as it is stated, dashed as it is computed.")
    String compared();

    @Message("{value} stated")
    String stated(String value);

    @Message("{value} computed")
    String computed(String value);

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("This place is {stance}.")
    String stance(String stance);

    @Message("Version {version}.")
    String version(String version);

    @Message("Licence: {licence}.")
    String licence(String licence);

    @Message("There is no such record in the dataset. Search for it by its name.")
    String noRecord();

    @Message("Disagreements")
    String disagreementsTitle();

    @Message("Search: {query}")
    String searchOf(String query);

    @Message("Latest added")
    String latestAdded();

    @Message("Source")
    String source();

    @Message("Start page")
    String home();
}
