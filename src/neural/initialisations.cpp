#include "neural/initialisations.hpp"

#include "neural/initialisations/he.hpp"
#include "neural/initialisations/too_large.hpp"
#include "neural/initialisations/too_small.hpp"
#include "neural/initialisations/xavier.hpp"
#include "neural/initialisations/zero.hpp"

namespace downhill {
namespace {

template <class Initialisation>
InitialisationEntry entry() {
  return {std::string(Initialisation::id), Initialisation::name, Initialisation::latex, Initialisation::deviation};
}

}  // namespace

const Registry<InitialisationEntry>& initialisations() {
  static const Registry<InitialisationEntry> registry{
      entry<ZeroInitialisation>(), entry<TooSmallInitialisation>(), entry<XavierInitialisation>(),
      entry<HeInitialisation>(),   entry<TooLargeInitialisation>(),
  };
  return registry;
}

}  // namespace downhill
