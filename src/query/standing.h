// What a provision was on a day, from its status and what is known of its validity.
#pragma once

#include "base/date.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::query {

enum class Standing {
  Law,      // in force, or nothing says that it was not
  Bill,     // introduced by the day, not law
  Former,   // repealed or expired by the day
  Pending,  // not yet in force, or not yet introduced
};

// False only if the IRI of the work says that it is of a later year. (Its date may be that of an edition.)
bool was_made_by(const model::Work& work, const base::Date& day);

// A text without a first day is not law before its work was made. An end of validity that is not known excludes nothing; a repealed text without a date counts as repealed.
Standing standing_on(const model::Work& work, const model::Provision& provision, const base::Date& day);

}  // namespace synoptic::query
