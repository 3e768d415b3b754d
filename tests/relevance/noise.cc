#include "tests/relevance/noise.h"

#include <array>
#include <random>
#include <sstream>
#include <string_view>
#include <utility>

namespace relevance {

namespace {

// Nothing in them is what an article could be about.
constexpr std::array<std::string_view, 52> kPolite{
    "Good morning everybody, I hope this finds you well.",
    "First of all let me say thank you for taking the time.",
    "I must admit that I am a little nervous about writing to you.",
    "My grandmother always said that one should ask before it is too late.",
    "Please forgive me if this has been asked a hundred times already.",
    "It has been a rather long week and I am only now getting round to it.",
    "I am not sure whether you are the right people, but perhaps you know.",
    "A friend of mine told me that you are always very kind.",
    "We live at the end of the village, just behind the old mill.",
    "The children are asleep at last, so I finally have a quiet minute.",
    "It is raining cats and dogs here, as it has been since Tuesday.",
    "I do not want to be a nuisance, and I know that you must be busy.",
    "Anyway, I will try to be brief, although my sister says I never am.",
    "To be honest I am rather upset, but I know that it is not your fault.",
    "I would be most grateful for any advice that you could give me.",
    "Please do not laugh, I am really no expert in these matters.",
    "My husband thinks that I should simply leave it, but I am stubborn.",
    "As I said to my neighbour over the fence yesterday, somebody must know.",
    "I have thought about it the whole evening and cannot make head or tail of it.",
    "There is no great hurry, tomorrow or the day after would be perfectly fine.",
    "Then again, the sooner the better, if you see what I mean.",
    "I used to work in a bakery, so I know what it is like behind the counter.",
    "You would make an old man very happy.",
    "Perhaps it is something silly that I have overlooked.",
    "Otherwise we are doing fine, apart from the usual aches and pains.",
    "The weather forecast promises a little sunshine for Sunday.",
    "Our dog sends his regards as well, he is lying on my feet right now.",
    "I hope that you had a pleasant weekend with your families.",
    "Sorry for any mistakes, I am typing this with one finger.",
    "That is all from my side, I think I have mentioned everything.",
    "Many thanks in advance for your trouble and your patience.",
    "I am looking forward to hearing from you soon.",
    "With the very best wishes to you and all your colleagues.",
    "Have a wonderful day and keep up the good work.",
    "Kind regards from the seaside, where it is as windy as ever.",
    "Please excuse my long message, I do go on a bit.",
    "It would really mean a lot to me and to my family.",
    "I was told that somebody here would surely be able to say more.",
    "We have always been very happy with everything so far.",
    "Nobody else in the house has the slightest idea, least of all me.",
    "I asked my brother, who usually knows everything, but he only shrugged.",
    "My cousin is getting married in spring and we are all very excited.",
    "Well, where do I begin, it is a somewhat longer story.",
    "I had a cup of tea and tried to calm down before writing this.",
    "Yours sincerely, and once more a big thank you from the bottom of my heart.",
    "Cheers, and take good care of yourselves in these times.",
    "I am an early bird, so mornings suit me best.",
    "Let me know in case anything that I wrote makes no sense at all.",
    "You have such a lovely team, I am told, and I can well believe it.",
    "Hello there, it is me again, I hope you still remember me.",
    "Never mind the tone, I have not had my breakfast yet.",
    "God bless, and greetings to everyone who knows me.",
};

// A shuffle of our own: the standard library's differs between machines.
std::vector<std::string> shuffled_words(std::mt19937& random) {
  std::array<std::string_view, kPolite.size()> sentences = kPolite;
  for (std::size_t i = sentences.size() - 1; i > 0; --i)
    std::swap(sentences[i], sentences[random() % (i + 1)]);
  std::vector<std::string> words;
  for (const std::string_view sentence : sentences) {
    std::istringstream in{std::string(sentence)};
    for (std::string word; in >> word;) words.push_back(word);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + words[i % words.size()];
  return text;
}

}  // namespace

JudgedSet with_noise(JudgedSet set, std::size_t words) {
  if (words == 0) return set;
  for (std::size_t i = 0; i < set.clean.size(); ++i) {
    std::mt19937 random(static_cast<std::mt19937::result_type>(i));
    const std::vector<std::string> noise = shuffled_words(random);
    std::string& text = set.clean[i].text;
    text = joined(noise, 0, words / 2) + "\n" + text + "\n" + joined(noise, words / 2, words);
  }
  return set;
}

}  // namespace relevance
