#include "indexer/metadata/view/personal_names.h"

#include "common/text/text.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace ofsearch {
namespace {

constexpr std::string_view kFirstNames =
    "Adam Alan Alex Alison Amanda Andrea Andrew Andy Angela Ann Anna Anne Anthony Barbara Ben "
    "Brenda Brian Carol Caroline Catherine Charles Charlie Charlotte Chris Christine "
    "Christopher Claire Clare Colin Craig Dan Daniel Dave David Dawn Deborah Debbie Diane "
    "Dominic Donna Elizabeth Emily Emma Fiona Frances Gareth Gary Gillian Graham Hannah "
    "Heather Helen Ian Isabel Jacqueline Jacqui James Jan Jane Janet Jayne Jennifer Jenny "
    "Jeremy Jill Joan Joanna Joanne John Jonathan Julia Julie Karen Katherine Kathryn Keith "
    "Kelly Kenneth Kevin Laura Lesley Linda Lisa Liz Lorna Louise Lynn Maire Mandy Marcie "
    "Margaret Maria Marie Mark Martin Mary Matthew Michael Michelle Mike Naomi Natalie Neil "
    "Nicholas Nick Nicola Nigel Pamela Patricia Paul Paula Peter Philip Rachel Rebecca "
    "Richard Robert Robin Roger Ruth Sally Sam Samantha Sandra Sarah Sharon Sheila Shirley "
    "Simon Stella Stephanie Stephen Steve Steven Stuart Susan Suzanne Tara Teresa Thomas Tim "
    "Tina Tom Tracey Tracy Victoria Wendy William Yvonne ";

constexpr std::string_view kSurnames =
    "Adams Ahmed Akhtar Alexander Ali Allen Anderson Andrews Armstrong Arnold Ashton Atkins "
    "Atkinson Austin Bailey Baker Baldwin Ball Banks Barber Barker Barnes Barnett Barrett "
    "Barry Bartlett Barton Bates Baxter Begum Bell Bennett Benson Bentley Berry Bevan Bibi "
    "Bird Bishop Black Blackburn Blake Bolton Bond Booth Bowden Bowen Bradley Bradshaw Brady "
    "Brennan Briggs Brooks Brown Browne Bruce Bryan Bryant Buckley Bull Burgess Burke Burns "
    "Burrows Burton Butcher Butler Byrne Cameron Campbell Carpenter Carr Carroll Carter "
    "Cartwright Chadwick Chambers Chan Chandler Chapman Charlton Clark Clarke Clayton "
    "Clements Coates Cole Coleman Coles Collier Collins Connolly Connor Conway Cook Cooke "
    "Cooper Cox Craig Crawford Cross Cunningham Curtis Daly Daniels Davey Davidson Davies "
    "Davis Davison Dawson Day Dean Dennis Dickinson Dixon Dobson Doherty Donnelly Douglas "
    "Doyle Duffy Duncan Dunn Dyer Edwards Elliott Ellis Evans Farmer Farrell Faulkner "
    "Ferguson Field Finch Fisher Fitzgerald Fleming Fletcher Flynn Ford Foster Fowler Fox "
    "Francis Franklin Fraser Freeman French Frost Fuller Gallagher Gardiner Gardner Garner "
    "George Gibbons Gibbs Gibson Gilbert Giles Gill Glover Goddard Godfrey Goodwin Gordon "
    "Gough Gould Graham Grant Gray Green Greenwood Gregory Griffin Griffiths Hale Hall "
    "Hamilton Hammond Hancock Hanson Harding Hardy Harper Harris Harrison Hart Hartley Harvey "
    "Hawkins Hayes Haynes Hayward Heath Henderson Henry Herbert Hewitt Hicks Higgins Hill "
    "Hilton Hobbs Hodgson Holden Holland Holloway Holmes Holt Hooper Hope Hopkins Horton "
    "Howard Howarth Howe Howell Howells Hudson Hughes Humphreys Humphries Hunt Hunter Hurst "
    "Hussain Hutchinson Iqbal Jackson James Jarvis Jenkins Jennings John Johnson Johnston "
    "Jones Jordan Joyce Kaur Kay Kelly Kemp Kennedy Kent Kerr Khan King Kirby Kirk Knight "
    "Knowles Lamb Lambert Lane Law Lawrence Lawson Leach Lee Lees Leigh Lewis Little Lloyd "
    "Long Lord Lowe Lucas Lynch Lyons MacDonald Mann Manning Marsden Marsh Marshall Martin "
    "Mason Matthews May McCarthy McDonald McGrath McKenna McKenzie McLaughlin McLean Mellor "
    "Metcalfe Miah Middleton Miles Miller Mills Milne Mitchell Mohamed Moore Moran Morgan "
    "Morley Morris Morrison Morton Moss Murphy Murray Myers Nash Naylor Nelson Newman Newton "
    "Nicholls Nicholson Nixon Noble Nolan Norman Norris North Norton Oliver Osborne Owen "
    "Owens Page Palmer Parker Parkes Parkin Parkinson Parry Parsons Patel Patterson Payne "
    "Pearce Pearson Perkins Perry Peters Phillips Pickering Pollard Poole Pope Porter Potter "
    "Potts Powell Power Pratt Preston Price Pritchard Pugh Quinn Rahman Randall Read Reed "
    "Rees Reeves Reid Reynolds Rhodes Richards Richardson Riley Roberts Robertson Robinson "
    "Robson Rogers Rose Ross Rowe Rowley Russell Ryan Sanders Sanderson Saunders Savage "
    "Schofield Scott Shah Sharma Sharp Sharpe Shaw Shepherd Short Simmons Simpson Sims "
    "Sinclair Singh Skinner Slater Smart Smith Spencer Stanley Steele Stephens Stephenson "
    "Stevens Stevenson Stewart Stokes Stone Storey Stuart Sullivan Summers Sutton Swift Sykes "
    "Talbot Taylor Thomas Thompson Thomson Thornton Thorpe Todd Tomlinson Townsend Tucker "
    "Turnbull Turner Tyler Vaughan Vincent Wade Walker Wallace Wallis Walsh Walters Walton "
    "Ward Warner Warren Waters Watkins Watson Watts Weaver Webb Webster Welch Wells West "
    "Weston Wheeler White Whitehead Whitehouse Whittaker Wilkins Wilkinson Williams "
    "Williamson Willis Wilson Winter Wong Wood Woods Woodward Wright Wyatt Yates Young ";

}  // namespace

std::span<const std::string_view> first_names() {
  static const std::vector<std::string_view> names = split_words(kFirstNames);
  return names;
}

std::span<const std::string_view> surnames() {
  static const std::vector<std::string_view> names = split_words(kSurnames);
  return names;
}

bool is_of_common_names(std::string_view name) {
  static const std::unordered_set<std::string_view> known = [] {
    std::unordered_set<std::string_view> names(first_names().begin(), first_names().end());
    names.insert(surnames().begin(), surnames().end());
    return names;
  }();
  std::string words(name);
  std::replace(words.begin(), words.end(), '-', ' ');
  std::vector<std::string_view> all = split_words(words);
  return std::all_of(all.begin(), all.end(),
                     [](std::string_view word) { return known.contains(word); });
}

}  // namespace ofsearch
