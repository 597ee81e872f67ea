// Words that only carry a question.
#include "tests/support/understood_words.h"

namespace ofsearch {
namespace {

TEST_CASE("What is said about a topic asks for the topic, not for a voice") {
  check_understood({
      {"What has been said about safeguarding adolescents", "safeguarding adolescents |"},
      {"what was said about children in Essex", "children | authority=Essex"},
      {"has anything been said about kids online", "kids online |"},
      {"what is said about teenagers and knife crime", "teenagers and knife crime |"},
      {"what is being said about young carers", "young carers |"},
      {"what did they say about early help", "early help |"},
      {"was there anything written about unborn babies", "unborn babies |"},
  });
}

TEST_CASE("What children say stays what is asked for") {
  check_understood({
      {"what children said about their placements", "what children said about their placements |"},
      {"what have children said about social workers",
       "what have children said about social workers |"},
      {"what was said by children about care", "said by children about care |"},
      {"has anything been said to children about their plans",
       "has anything been said to children about their plans |"},
  });
}

}  // namespace
}  // namespace ofsearch
