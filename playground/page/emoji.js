// Emoji short names -> the system's own emoji. A name that is not in the table stays literal text.
import { fragment, h } from "./dom.js";

const TABLE = `
smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 joy 😂 rolling_on_the_floor_laughing 🤣 slightly_smiling_face 🙂
upside_down_face 🙃 wink 😉 blush 😊 innocent 😇 heart_eyes 😍 kissing_heart 😘 yum 😋 stuck_out_tongue 😛 thinking_face 🤔 neutral_face 😐
expressionless 😑 no_mouth 😶 smirk 😏 unamused 😒 face_with_rolling_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔 sleepy 😪 sleeping 😴 mask 😷
sunglasses 😎 nerd_face 🤓 confused 😕 worried 😟 slightly_frowning_face 🙁 open_mouth 😮 astonished 😲 flushed 😳 fearful 😨 cold_sweat 😰
disappointed_relieved 😥 cry 😢 sob 😭 scream 😱 persevere 😣 disappointed 😞 sweat 😓 weary 😩 tired_face 😫 triumph 😤 rage 😡 angry 😠
exploding_head 🤯 partying_face 🥳 skull 💀 ghost 👻 robot_face 🤖 poop 💩 wave 👋 raised_hand ✋ ok_hand 👌 +1 👍 thumbsup 👍 -1 👎
thumbsdown 👎 fist ✊ facepunch 👊 clap 👏 raised_hands 🙌 open_hands 👐 handshake 🤝 pray 🙏 writing_hand ✍️ muscle 💪 point_up ☝️ point_down 👇
point_left 👈 point_right 👉 point_up_2 👆 v ✌️ crossed_fingers 🤞 ear 👂 eyes 👀 eye 👁️ brain 🧠 bust_in_silhouette 👤 busts_in_silhouette 👥
speaking_head_in_silhouette 🗣️ man_shrugging 🤷‍♂️ woman_shrugging 🤷‍♀️ shrug 🤷 face_palm 🤦 man-raising-hand 🙋‍♂️ woman-raising-hand 🙋‍♀️ raising_hand 🙋
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍 broken_heart 💔 sparkling_heart 💖
100 💯 anger 💢 boom 💥 collision 💥 dizzy 💫 sweat_drops 💦 dash 💨 zzz 💤 speech_balloon 💬 left_speech_bubble 🗨️ thought_balloon 💭
red_circle 🔴 large_red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 large_purple_circle 🟣
large_brown_circle 🟤 black_circle ⚫ white_circle ⚪ radio_button 🔘 large_red_square 🟥 large_orange_square 🟧 large_yellow_square 🟨
large_green_square 🟩 large_blue_square 🟦 large_purple_square 🟪 black_large_square ⬛ white_large_square ⬜ small_red_triangle 🔺
small_red_triangle_down 🔻 small_orange_diamond 🔸 small_blue_diamond 🔹 large_orange_diamond 🔶 large_blue_diamond 🔷
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ heavy_multiplication_x ✖️ heavy_plus_sign ➕
heavy_minus_sign ➖ warning ⚠️ no_entry ⛔ no_entry_sign 🚫 octagonal_sign 🛑 rotating_light 🚨 bangbang ‼️ interrobang ⁉️ question ❓ grey_question ❔
exclamation ❗ heavy_exclamation_mark ❗ grey_exclamation ❕ information_source ℹ️ o ⭕ recycle ♻️ sos 🆘 new 🆕 ok 🆗 up 🆙 cool 🆒 free 🆓
hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ clock1 🕐 clock3 🕒 clock9 🕘 calendar 📆 date 📅
spiral_calendar_pad 🗓️ zap ⚡ fire 🔥 star ⭐ star2 🌟 sparkles ✨ tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁 trophy 🏆 medal 🏅 sports_medal 🏅
first_place_medal 🥇 second_place_medal 🥈 third_place_medal 🥉 dart 🎯 crystal_ball 🔮 gem 💎 rocket 🚀 airplane ✈️ car 🚗 ship 🚢 satellite 🛰️
satellite_antenna 📡 signal_strength 📶 vibration_mode 📳 mobile_phone_off 📴 iphone 📱 phone ☎️ telephone ☎️ telephone_receiver 📞 computer 💻
desktop_computer 🖥️ keyboard ⌨️ three_button_mouse 🖱️ printer 🖨️ floppy_disk 💾 cd 💿 battery 🔋 low_battery 🪫 electric_plug 🔌 bulb 💡 flashlight 🔦
camera 📷 camera_with_flash 📸 video_camera 📹 movie_camera 🎥 cinema 🎦 tv 📺 radio 📻 microphone 🎤 studio_microphone 🎙️ headphones 🎧
loudspeaker 📢 mega 📣 mute 🔇 speaker 🔈 sound 🔉 loud_sound 🔊 bell 🔔 no_bell 🔕 musical_note 🎵 notes 🎶 bar_chart 📊
chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 clipboard 📋 pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 scissors ✂️ pencil 📝 memo 📝
pencil2 ✏️ mag 🔍 mag_right 🔎 lock 🔒 unlock 🔓 key 🔑 old_key 🗝️ hammer 🔨 wrench 🔧 hammer_and_wrench 🛠️ gear ⚙️ nut_and_bolt 🔩 toolbox 🧰
shield 🛡️ package 📦 mailbox 📫 email 📧 envelope ✉️ inbox_tray 📥 outbox_tray 📤 file_folder 📁 open_file_folder 📂 page_facing_up 📄 newspaper 📰
book 📖 books 📚 bookmark 🔖 label 🏷️ moneybag 💰 credit_card 💳 test_tube 🧪 microscope 🔬 telescope 🔭 thermometer 🌡️ globe_with_meridians 🌐
earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 world_map 🗺️ house 🏠 office 🏢 factory 🏭 hospital 🏥 school 🏫 construction 🚧 traffic_light 🚦
vertical_traffic_light 🚦 triangular_flag_on_post 🚩 checkered_flag 🏁 white_flag 🏳️ black_flag 🏴 sunny ☀️ partly_sunny ⛅ cloud ☁️ rain_cloud 🌧️
snowflake ❄️ rainbow 🌈 umbrella ☔ ocean 🌊 moon 🌔 full_moon 🌕 new_moon 🌑 seedling 🌱 evergreen_tree 🌲 four_leaf_clover 🍀 coffee ☕ tea 🍵 beer 🍺
beers 🍻 pizza 🍕 cake 🍰 birthday 🎂 apple 🍎 avocado 🥑 dog 🐶 cat 🐱 turtle 🐢 snail 🐌 bug 🐛 bee 🐝 unicorn_face 🦄 penguin 🐧 whale 🐳 octopus 🐙
arrow_up ⬆️ arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrow_upper_right ↗️ arrow_lower_right ↘️ arrow_up_down ↕️ left_right_arrow ↔️
arrow_forward ▶️ arrow_backward ◀️ arrow_double_up ⏫ arrow_double_down ⏬ arrows_counterclockwise 🔄 arrows_clockwise 🔃 repeat 🔁
black_right_pointing_double_triangle_with_vertical_bar ⏭️ double_vertical_bar ⏸️ black_square_for_stop ⏹️ leftwards_arrow_with_hook ↩️
zero 0️⃣ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ keycap_ten 🔟 hash #️⃣
flag-de 🇩🇪 de 🇩🇪 flag-gb 🇬🇧 gb 🇬🇧 flag-us 🇺🇸 us 🇺🇸 flag-pt 🇵🇹 flag-fr 🇫🇷 fr 🇫🇷 flag-eu 🇪🇺 flag-in 🇮🇳 flag-jp 🇯🇵 jp 🇯🇵`;

const words = TABLE.trim().split(/\s+/);
export const EMOJI = new Map();
for (let i = 0; i < words.length; i += 2) EMOJI.set(words[i], words[i + 1]);

const TONES = ["", "", "🏻", "🏼", "🏽", "🏾", "🏿"];

export function emojiNode(name, unicode = "") {
  const [base, tone] = name.split("::skin-tone-");
  const fromCode =
    unicode &&
    unicode
      .split("-")
      .map(code => String.fromCodePoint(parseInt(code, 16)))
      .join("");
  const picture = EMOJI.get(base) ?? fromCode;
  if (!picture) return fragment(`:${name}:`);
  const toned = tone && EMOJI.has(base) ? picture.replace("\ufe0f", "") + TONES[tone] : picture;
  return h(
    "span.emoji",
    { role: "img", "aria-label": `${base.replaceAll("_", " ")} emoji`, title: `:${name}:` },
    toned,
  );
}

const SHORT = /(?<![\w:]):([a-z0-9_+\-]+(?:::skin-tone-[2-6])?):/;
const PICTURE = /\p{RGI_Emoji}/v;
const BOTH = new RegExp(`${SHORT.source}|(${PICTURE.source})`, "gv");

/** Text -> nodes with its emoji (short names and characters alike) at emoji size. */
export function withEmoji(text) {
  const out = document.createDocumentFragment();
  let last = 0;
  for (const match of text.matchAll(BOTH)) {
    const known = match[2] || EMOJI.has(match[1].split("::")[0]);
    if (!known) continue;
    out.append(text.slice(last, match.index), match[2] ? h("span.emoji", {}, match[2]) : emojiNode(match[1]));
    last = match.index + match[0].length;
  }
  out.append(text.slice(last));
  return out;
}
