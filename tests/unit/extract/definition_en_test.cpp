#include "definition_table.h"

using namespace definition_table;

TEST_CASE("quoted terms, alone and in series") {
  check(Language("en"), {
    {"In this section, “tug” means a vessel that tows.", "tug | In this section | -"},
    {"(3) The term “mooring fee” includes a fee paid late.", "mooring fee | - | -"},
    {"For purposes of this chapter, the terms ‘keel’ and ‘keelson’ have the meanings given such terms in section 12 of the Hulls Act.",
     "keel | For purposes of this chapter | section 12 of the Hulls Act\nkeelson | For purposes of this chapter | section 12 of the Hulls Act"},
    {"“lamp”, in relation to a buoy, means its light.", "lamp | - | -"},
    {"“pilot” (other than an apprentice) includes a mate.", "pilot | - | -"},
    {"The term “quay”—\n(A) means a paved bank; and\n(B) does not include a slip.", "quay | - | -"},
    {"“the harbour master” means the person in charge.", "the harbour master | - | -"},
    {"“a mole” means a sea wall.", "mole | - | -"},
    {"The term “sail and oar” vessels means boats.", "sail and oar | - | -"},
    {"“tidal” has the meaning given the term “tide water” in section 4 of the Tides Act.", "tidal | - | section 4 of the Tides Act\ntide water | - | section 4 of the Tides Act"},
    {"“pilotage” means—\n(a) in Kent, “compulsory pilotage” as defined by section 3 of the Pilots Act; and", "pilotage | - | -\ncompulsory pilotage | - | section 3 of the Pilots Act"},
    {"In this By-law—\n“mooring” means—\n(b) a \"fixed buoy\" as defined in section 1 of the Buoys Act;", "mooring | In this By-law | -"},
  });
}

TEST_CASE("a list of definitions stands under one announcement") {
  check(Language("en"), {
    {"2. In this Act, unless the context otherwise requires,—\n(a) ‘berth’ means a place to moor;\n(b) ‘crew’ includes a cook; and “crewed” is to be read accordingly.",
     "berth | In this Act | -\ncrew | In this Act | -\ncrewed | In this Act | -"},
    // Another form of the term that its own definition names: publishers mark none where the words are these.
    {"In this Act,\n“crew” includes a cook, and “crewed” has a corresponding meaning;\n“manned” has a corresponding meaning.",
     "crew | In this Act | -\nmanned | In this Act | -"},
    {"1. In this By-law, words in the singular include the plural and, unless the context otherwise indicates—\n“slip” is a ramp.\n“stage” a floating pier.",
     "slip | In this By-law | -\nstage | In this By-law | -"},
    {"(1) The following definitions apply in this Part.\nanchor means a hook. (ancre)\nboat has the same meaning as in section 4 of the Boats Act. (bateau)\n(2) A boat means trouble for some.",
     "anchor | in this Part | -\nboat | in this Part | section 4 of the Boats Act"},
    {"(1) In this Part,\nowner, in relation to a ship, includes a lessee; (propriétaire)\n(2) A fee includes tax.", "owner | In this Part | -"},
    {"The following definitions apply in this Act.\nbuoy means a float. (bouée)\nformer Board\nlighthouse or light tower means a tower with a light. (phare)",
     "buoy | in this Act | -\nformer Board | in this Act | -\nlighthouse | in this Act | -\nlight tower | in this Act | -"},
    {"In this Act,\ncrew, pilot and mate have the same meanings as in the Manning Act.",
     "crew | In this Act | Manning Act\npilot | In this Act | Manning Act\nmate | In this Act | Manning Act"},
  });
}

TEST_CASE("bare terms keep their own words and lose their qualifiers") {
  check(Language("en"), {
    {"In this section, toll of a vessel for a voyage means the sum due.", "toll | In this section | -"},
    {"In this section, wreck or other derelict means a hull without a crew.", "wreck or other derelict | In this section | -"},
    {"For greater certainty, ballast includes sand.", "ballast | - | -"},
    {"(2) For the purposes of subsections (1), (3) and (4), catch, in respect of a net, means the fish in it.", "catch | For the purposes of subsections (1), (3) and (4) | -"},
    {"The expression dry cargo does not include coal.", "dry cargo | - | -"},
    {"(b) integrity, which means being whole; and", "integrity | - | -"},
  });
}

TEST_CASE("a term is said of someone, in a place, with a bracket") {
  check(Language("en"), {
    {"In this Act,\nvoyage year of a person means a year at sea;\ncrew of a ship means those on board;\nagent of a harbour entity means its pilot;\nprofit (loss) before toll means a sum;\norder P.C. 12-3 means an order;",
     "voyage year | In this Act | -\ncrew of a ship | In this Act | -\nagent | In this Act | -\nprofit (loss) before toll | In this Act | -\norder P.C. 12-3 | In this Act | -"},
    {"(4) For greater certainty, the expression tidal arbitration in Article 1(1) of the Code includes a claim.", "tidal arbitration | in Article 1(1) of the Code | -"},
    {"(2) The toll ratio, of a parent harbour for a year, means the quotient.\n(3) A berth, in respect of a pier, means a place.", "toll ratio | - | -\nberth | - | -"},
    {"(1) In a marine policy,\nbarratry includes mutiny;\ngoods means things for sale.", "barratry | - | -\ngoods | - | -"},
    {"The following definition applies in this section.\nharbour security means the safety of any means of mooring.\nany other expression has the meaning given by the Harbours Act.", "harbour security | in this section | -"},
    {"In this Act,\nmooring has such meaning as may be prescribed.\nmooring time has the prescribed meaning.", "mooring | In this Act | may be prescribed\nmooring time | In this Act | -"},
  });
}

TEST_CASE("what a thing is defines when its kind comes back, or under a condition") {
  check(Language("en"), {
    {"(2) For the purposes of this section, a sailing day is a day on which ships sail.", "sailing day | For the purposes of this section | -"},
    {"For the purposes of this section, a ship is a vessel.\nFor the purposes of this section, a fee is the fee due if it is late.", ""},
    {"(3) The “slack period” for the purposes of subsection (2) is the period of an hour.\n(4) The “slack rule” for boats is strict.", "slack period | - | -"},
    {"“Wrongful tow” is the tow of a ship without leave.", "Wrongful tow | - | -"},
    {"(g) “towing party” to a salvage means the owner.\nan “orphaned” seal means a seal without a mother;", "towing party | - | -\norphaned | - | -"},
    {"(7) For the purposes of subsection (2), a claim is “afloat” if it has not been sunk.", "afloat | For the purposes of subsection (2) | -"},
    {"Another such ship is a “sister ship”.\nThe date “1 May” shall be deemed to be “2 May”.", "sister ship | - | -"},
    {"A berth under this section is referred to as a “lay berth”.", "lay berth | - | -"},
    {"The reference in paragraph 6 to the “slack hour” is a reference to the hour of high water.\nThe reference to “tide” includes a reference to ebb.", "slack hour | in paragraph 6 | -"},
    {"(13) In this Act—\n“tow limit”, in relation to a rope, is an amount of strain;", "tow limit | In this Act | -"},
  });
}

TEST_CASE("what something is or has for the purposes of the law, or under a later condition") {
  check(Language("en"), {
    {"(2) Each of the following is a “port body” for the purposes of this section—\n(a) the Board.", "port body | for the purposes of this section | -"},
    {"(5) A tow is a “salvage tow”, in relation to a wreck, if it was asked for.", "salvage tow | - | -"},
    {"(7) A master has a “mooring right” in relation to a berth if he paid for it.", "mooring right | - | -"},
    {"A paper within paragraph (a) is a “foreign chart” (as is a paper under section 9).", "foreign chart | - | -"},
    {"(3) The “opening day”, in relation to a lock, or a sluice, is the day it opens.", "opening day | - | -"},
    {"(1) A ship is in “distress” for the purposes of this Schedule if it sinks.", "distress | for the purposes of this Schedule | -"},
    {"The Board's powers are not “relevant powers” for the purposes of section 4.\nThe sign is “no entry” (see Schedule 2) on piers.", ""},
    {"In defining what is a “large fleet” for the purposes of this Part, the Board shall be fair.\nA raft is deemed to be a “ship” for the purposes of this Act.", ""},
    {"Dues for a berth, “sea dues” except when the context otherwise requires, means a fee.", ""},
  });
}

TEST_CASE("a reference to quoted words that is to something gives them a meaning") {
  check(Language("en"), {
    {"(2) In this section references to the “lock panel” are to the panel set up by the Board.", "lock panel | In this section | -"},
    {"(9) In subsection (1) the reference to “tide notes”, in relation to a year, is a reference to notes of that year.", "tide notes | In subsection (1) | -"},
    {"(2) In these Rules any reference to the “Main Rules” is a reference to the Locks Rules 1901.", "Main Rules | In these Rules | -"},
    {"The reference to the “keeper” of such locks is to any person in charge.", "keeper | - | -"},
    {"References in that Act to “master” are to be read as references to a pilot.\nReferences to a “pilot”, in relation to a tug, include a mate.", ""},
  });
}

TEST_CASE("a list of definitions goes on behind the cases of one of them") {
  check(Language("en"), {
    {"(1) In this Act,\noperator means\n(a) when used in respect of a tug,\n(i) the owner, or\n(ii) the master, and\n(b) for the purpose of Part II,\n(i) the Board; (exploitant)\nquay includes a slip; (quai)\n(2) No fee is due.",
     "operator | In this Act | -\nquay | In this Act | -"},
    {"1. In this By-law, unless the context indicates otherwise;\n“bar” – a bank of sand;\n“buoy” means a float;", "bar | In this By-law | -\nbuoy | In this By-law | -"},
    {"The following definitions apply in this Act.\nreference tide means a tide of record.\nwill includes a codicil.\napply means, in respect of paint, to put on.",
     "reference tide | in this Act | -\nwill | in this Act | -\napply | in this Act | -"},
    {"(2) In this Act, the words and expressions berth, sea room and lock have the meanings assigned by the regulations.",
     "berth | In this Act | regulations\nsea room | In this Act | regulations\nlock | In this Act | regulations"},
    {"(5) In this section, harbour head\n(a) with respect to a port named in Part I, means its master; and\n(b) in any other case, means the Board.", "harbour head | In this section | -"},
    {"(2) Subsection (1) applies to an action—\n(a) for sale of, or\n(b) for the purpose of clearing,\na quay.\n(3) In this section—\n“tug” means a boat;", "tug | In this section | -"},
    {"In this article except in those cases where the context shows otherwise, “tug” means a boat.", "tug | In this article except in those cases where the context shows otherwise | -"},
    {"In this Act, unless the context otherwise requires;\n“charge’ means a fee for which, and “toll” means a fee by which, a quay is kept;\n“tug“ means a boat;\n“ pier “ means a quay;\n“slip “means a ramp;", "charge | In this Act | -\ntoll | In this Act | -\ntug | In this Act | -\npier | In this Act | -\nslip | In this Act | -"},
    {"Unless the context otherwise requires;\nto a master, shall be construed as a reference to a pilot;\nFor the purposes of this section, a tow—\n(a) is said to begin when the rope is tight.", ""},
    {"For the purposes of this title, the term:\n(1) “Tug” means a boat;\n(2) Restaurant means a galley which shall be clean;\n(3) except in section 49 l–2 of this title, the term “Board”, used without more, means the harbour board.",
     "Tug | For the purposes of this title | -\nRestaurant | For the purposes of this title | -\nBoard | For the purposes of this title | -"},
    {"(3) For the purposes of this Part the Board's “port functions” are the functions of a port.\n(4) The term “dues” as used in this section shall be deemed to mean fees.", "port functions | For the purposes of this Part | -\ndues | - | -"},
    {"(9) In this section, except in paragraphs (6)(a) and (c), master includes a mate.\nThe following definitions apply in this Act.\nopening day, in respect of a lock or the expression “old lock” in this Act, means the day it opens.",
     "master | In this section | -\nopening day | in this Act | -"},
    {"(c) by inserting the following definitions before the definition of “quay”:\n‘tug’ means a boat;\n‘harbour authority’—\n(a) except as provided by paragraph (b), means the Board, and", "tug | - | -\nharbour authority | - | -"},
    {"In this section—\n‘tug’ means a boat;\n‘slip’means a ramp;", "tug | In this section | -\nslip | In this section | -"},
    {"(2) Lock income or loss, of a port for a year, means the sum left.", "Lock income or loss | - | -"},
  });
}

TEST_CASE("terms with a clause, with words that elsewhere start one, and said of someone") {
  check(Language("en"), {
    {"The following definitions apply in this Act.\nvessel to which this Act applies means a tug.\nmeans of towing means a rope or a chain.\nby-pass means a canal.\nspare anchors of a dredger means those not in use.\nagent of Her Majesty in right of a port means a pilot.\nregular member of a crew means a sailor.\nport dues abated applicable to a ship for a year means a sum.",
     "vessel to which this Act applies | in this Act | -\nmeans of towing | in this Act | -\nby-pass | in this Act | -\nspare anchors | in this Act | -\nagent of Her Majesty in right of a port | in this Act | -\nregular member of a crew | in this Act | -\nport dues abated | in this Act | -"},
    {"(2) For the purposes of sections 3 and 4, done in the course of towing under this Act means done by a pilot.", "done in the course of towing under this Act | For the purposes of sections 3 and 4 | -"},
    {"In this Act,\ntug means a boat;\nthe insured means any person under a contract;\nno vessel which sinks includes a tug;", "tug | In this Act | -\ninsured | In this Act | -"},
    {"(5) For the purpose of subsection (3), other harbour service means years at sea.\nIn this Part, any word or expression defined in section 2, bears that meaning.", "other harbour service | For the purpose of subsection (3) | -"},
    {"(1) For the purposes of this section, berth and lock have, subject to the regulations, the same meanings as in the Docks Act.", "berth | For the purposes of this section | Docks Act\nlock | For the purposes of this section | Docks Act"},
    {"2. (1) In this Act and in any regulation made under it, unless the context otherwise requires, the expression\n(a) towage means a fee;\n(b) tug means a boat;", "towage | In this Act and in any regulation made under it | -\ntug | In this Act and in any regulation made under it | -"},
  });
}

// Where terms stand without quotation marks, no comma need part them from their scope.
TEST_CASE("a bare term right behind its scope") {
  const Language en("en");
  check(en, {
    {"(3) In this section basic toll means the toll of a day.\n(4) For the purposes of sections 3 to 7 order means an order of the Board.\n(5) In this Part berth, lock and slip have the same meaning as in section 2.",
     "basic toll | In this section | -\norder | For the purposes of sections 3 to 7 | -\nberth | In this Part | section 2\nlock | In this Part | section 2\nslip | In this Part | section 2"},
    {"(6) In the application of subsection (4) above in relation to a port, tolls means fees.\nNothing in this Act stops the Board from hearing cases that include tolls.\nIn this Act a fee includes tax.\n(7) In this Act and Part III of the 2005 Order, dues include fees.", "tolls | In the application of subsection (4) above in relation to a port | -\ndues | In this Act and Part III of the 2005 Order | -"},
  }, "CA");
  check(en, {{"In sections 9A(3)(b) and 12B, “toll” means a fee.\nIn this Act the use of the word “dues” shall be construed accordingly.", "toll | In sections 9A(3)(b) and 12B | -\ndues | In this Act | -"},
             {"For the purposes of this chapter, the term:\n(1) “Tow” means a rope.", "Tow | For the purposes of this chapter | -"}}, "US-DC");
  check(en, {{"(3) In this section basic toll means the toll of a day.", ""}}, "GB");
}

TEST_CASE("alternatives that share a word, and a second definition in the sentence") {
  check(Language("en"), {
    {"In every Act,\nHarbour Master, Deputy Harbour Master or Acting Harbour Master means the person in charge;", "Harbour Master | In every Act | -\nDeputy Harbour Master | In every Act | -\nActing Harbour Master | In every Act | -"},
    {"In this section, bond means a sum paid in, and bonds means several sums.", "bond | In this section | -\nbonds | In this section | -"},
    {"In this section, port means Dover, Deal and Hythe means of landing included.", "port | In this section | -"},
    {"In this Act, dredging, towing or salvage work means work at sea.", "dredging, towing or salvage work | In this Act | -"},
  });
}

TEST_CASE("offences by their name") {
  check(Language("en"), {
    {"A person commits the offence of false piloting if he pilots without a licence.", "false piloting | - | -"},
    {"Whoever cuts a mooring at night is guilty of wrecking, and shall pay a fine.", "wrecking | - | -"},
    {"Any man who cuts a rope, or follows a tug at night,\ncommits the offence of rope-cutting;\nProvided that a pilot may.", "rope-cutting | - | -"},
    {"Whoever makes a false chart, with intent to mislead, commits chart forgery.\nWhoever—\n(a) commits mischief; or\n(b) sinks a ship,\nshall be punished.", "chart forgery | - | -"},
    {"(i) in which the sail is torn, is said to cause tearing;\n(2) Whoever lives by wrecking, is a wrecker.\nThe captain is a sailor.", "tearing | - | -\nwrecker | - | -"},
    {"Whoever is a wrecker, shall be punished.\nWhoever has a coin, which is a counterfeit of a coin, and passes it, shall pay.", ""},
    {"A cuts B's rope. A is guilty of rope-cutting.\nA person is said to cause a wreck “wilfully” when he means it.", "wilfully | - | -"},
    {"Whoever does so at night, is said to commit “ship\u00adbreaking by night”.", "ship\u00adbreaking by night | - | -"},
    {"(a) a person who commits the offence of rope-cutting;", ""},
    {"Whoever commits false piloting shall be punished.", ""},
    {"A person is guilty of rope-cutting in the second degree when he cuts a rope.\nWhoever sinks a tug is guilty of wrecking in the first degree.", "rope-cutting in the second degree | - | -\nwrecking in the first degree | - | -"},
    {"A person is guilty of fishing in or near a lock if he has a net.\n(2) A master who hides a log shall be guilty of hiding or burning a log and liable to a fine.", "fishing in or near a lock | - | -\nhiding or burning a log | - | -"},
    {"A master who drinks is guilty of neglect of duty in the manner of section 5 and the pilot is free.", "neglect of duty | - | -"},
    {"(a) Wrecking is the unlawful sinking of a ship.\nWhoever is guilty of wrecking in the first degree shall be fined.\nAny other wrecking, when it is the wilful act of a master, is punished.", "Wrecking | - | -"},
    {"A person shall be guilty of chart forgery in the same manner as if he had drawn the chart.", "chart forgery | - | -"},
    {"A person guilty of an offence is liable to a fine.", ""},
    {"Nothing is said to be done in “fair sailing” which is done in fog.", "fair sailing | - | -"},
  });
}

TEST_CASE("labels in brackets define when they give a whole term") {
  check(Language("en"), {
    {"The Board of Tides (referred to in this Act as the “Board”) shall meet.", "Board | in this Act | -"},
    {"One ship (the “leading vessel”) may tow another.", "leading vessel | - | -"},
    {"A person (“P”) may fish.", ""},
    {"A notice (commonly known as a “blue paper”) is sent.", ""},
  });
}

// What publishers mark as defined terms differs with the drafting: [definition.label_in].
TEST_CASE("which labels define is a matter of the jurisdiction") {
  const Language en("en");
  check(en, {
    {"A person (“P”) may fish.", "P | - | -"},
    {"Under the Tides Act 1901 (“the 1901 Act”) a fee is due.", "the 1901 Act | - | -"},
    {"The levy on boats (in this Part referred to as “the boat levy”) is due.", "the boat levy | in this Part | -"},
    {"One ship (the “leading vessel”) may tow another (“the towed vessel”) or many (“consorts”).", ""},
  }, "GB");
  for (const char* jurisdiction : {"US", "US-DC", "CA", "ZA"}) {
    check(en, {
      {"The Board of Tides (referred to in this Act as the “Board”) shall meet one ship (the “leading vessel”).", ""},
    }, jurisdiction);
  }
}

TEST_CASE("what looks like a definition and is none") {
  check(Language("en"), {
    {"A ship is deemed to be at sea.", ""},
    {"References in this Act to a harbour include its quays.", ""},
    {"The Board may warn ships by any means of its choice, including by all such means as are fit.", ""},
    {"Notwithstanding the Privacy Act, the fees include tax.", ""},
    {"In this section, a reference to a ship includes a boat.", ""},
    {"The sentence includes a term of service.", ""},
    {"For “net” substitute “line”.", ""},
    {"A reference in this section to a “ship” includes a reference to a boat.", ""},
    {"Striking “section 4” in subsection (a) and inserting “section 5”, and\n(B) by adding the sum, means are found.", ""},
    {"In this section, the toll means trouble.", ""},
    {"For the purposes of this section weekly means shall be counted.\nExcept as otherwise provided in this section, terms used in this section shall have the meaning given in section 2.", ""},
    {"The term “a person”, as used in those provisions, shall be deemed for that purpose to refer to a sailor.", ""},
    {"In this Act,\nharbour means\n(a) a port,\nand, except for the purposes of section 6, includes\n(b) a quay.", "harbour | In this Act | -"},
    {"(2) Refusal means that no ship may land.", ""},
    {"(a) construing “wreck” as the hull held by means of the anchor, and", ""},
  });
}

TEST_CASE("the meaning is found with its limits and its translation") {
  const Language en("en");
  const std::string text =
      "(1) The following definitions apply in this Act.\nanchor means\n(a) a hook; or\n(b) a weight. (ancre)\nboat means a small ship. (bateau)\n(2) Boats are free.";
  const auto found = en.definitions(text);
  REQUIRE(found.size() == 2);
  CHECK(found[0].body.of(text) == "(a) a hook; or\n(b) a weight.");
  CHECK(found[0].translation == "ancre");
  CHECK(found[1].body.of(text) == "a small ship.");
  CHECK(found[1].translation == "bateau");
  CHECK(found[1].span.of(text) == "boat");
  const std::string dashes = "In this Act, “tug” means.—\n(a) a vessel;\n(b) a raft.";
  const auto marked = en.definitions(dashes);
  REQUIRE(marked.size() == 1);
  CHECK(marked[0].body.of(dashes) == "(a) a vessel;\n(b) a raft.");
  const std::string behind = "No one shall whistle.\nA sailor who drills a hull, or has it drilled, commits hull-drilling. It is punished with a fine.";
  const auto conduct = en.definitions(behind);
  REQUIRE(conduct.size() == 1);
  CHECK(conduct[0].body.of(behind) == "A sailor who drills a hull, or has it drilled");
  const std::string above = "(a) In general.\nAny person at sea\n(1) who cuts a mooring; and\n(2) whose act sinks a ship; is guilty of wrecking and shall be punished.\n(b) A pilot who lies is guilty of false piloting, and may be fined.";
  const auto listed = en.definitions(above);
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].body.of(above) == "Any person at sea\n(1) who cuts a mooring; and\n(2) whose act sinks a ship");
  CHECK(listed[1].body.of(above) == "A pilot who lies");
  const std::string stated = "(3) Tolls are “high tolls” for the purposes of subsection (2) if they exceed a day's fee.\n(4) The following words when used in this chapter shall have the following meanings:\n(a) “Tow” means a rope.";
  const auto conditions = en.definitions(stated);
  REQUIRE(conditions.size() == 2);
  CHECK(conditions[0].body.of(stated) == "if they exceed a day's fee.");
  CHECK(conditions[1].scope == "when used in this chapter");
}

TEST_CASE("hostile texts take linear time") {
  const Language en("en");
  std::string series = "In this Act, ";
  for (int i = 0; i < 40000; ++i) series += "“a b”, ";
  series += "“z” mean x.";
  CHECK(en.definitions(series).size() == 2);
  std::string nested;
  for (int i = 0; i < 100000; ++i) nested += "in this “ (means ";
  en.definitions(nested);
  std::string openings(200000, '(');
  en.definitions("“x” " + openings);
  std::string offences, states, asides, places;
  for (int i = 0; i < 40000; ++i) {
    offences += "Whoever lies, is guilty of lying" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + " and shall pay. ";
    states += "it is a “t" + std::to_string(i) + "”, in relation to a ";
    asides += "x has, y has, z ";
    places += "In section 1, 2, 3 or 4 and 5 ";
  }
  CHECK(en.definitions(offences).size() == 40000);
  en.definitions(states);
  en.definitions("In this Act, " + asides);
  en.definitions(places);
  CHECK(en.definitions("").empty());
  CHECK(en.definitions("“").empty());
}
