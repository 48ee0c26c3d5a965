// Given and family names by origin. Common names only, joined at random: nobody in particular.
#include "name_pools.hpp"

namespace rapport::demo {
namespace {

constexpr NamePool pools[] = {
    {"English", 300, false,
     "Alice|s Amelia|s Andrew|h Anna|s Anthony|h Barbara|s Benjamin|h Caroline|s Catherine|s Charles|h "
     "Charlotte|s "
     "Christine|s Christopher|h Claire|s Daniel|h David|h Deborah|s Edward|h Eleanor|s Elizabeth|s Emily|s "
     "Emma|s "
     "Frances|s George|h Grace|s Graham|h Hannah|s Harriet|s Helen|s Henry|h Isobel|s Jack|h James|h Janet|s "
     "Jennifer|s Joanna|s John|h Jonathan|h Joseph|h Judith|s Julia|s Katherine|s Kevin|h Laura|s Lucy|s "
     "Margaret|s "
     "Mark|h Martin|h Mary_Ann|s Matthew|h Michael|h Naomi|s Natalie|s Nicholas|h Nicola|s Oliver|h "
     "Patricia|s "
     "Paul|h Peter|h Philip|h Rachel|s Rebecca|s Richard|h Robert|h Robin|t Rosemary|s Samantha|s Sarah|s "
     "Simon|h "
     "Sophie|s Stephen|h Susan|s Thomas|h Timothy|h Victoria|s Vincent|h William|h Alex|t Sam|t",
     "Abbott Allen Armitage Atkins Bailey Baker Barlow Barnes Bell Bennett Bishop Bradley Bramwell Brooks "
     "Carter "
     "Chapman Clarke Clayton Coates Cooper Cross Dawson Dixon Elliott Ellis Farrow Fletcher Foster Fox "
     "Garside "
     "Goodwin Green Hall Hargreaves Harper Harris Harrison Hartley Hayes Hill Holland Holmes Hudson "
     "Hughes-Barton "
     "Jackson Johnson King Knight Lane Lawson Lowe Marsh Mason Mills Moore Nash Newton Norris Palmer Parker "
     "Pearce "
     "Perry Pollard Porter Rayner Reynolds Richardson Robinson Rowe Russell Saunders Shaw Slater Smith "
     "Spencer "
     "Stone Sutcliffe Swann Taylor Thompson Thorne Townsend Turner Underwood Vickers Wainwright Walker Ward "
     "Watson Webb Wells White Whitfield Wilkinson Wood Woodhouse Wright Yates Fielding-Cole Ashby-Lowe"},
    {"Scottish", 60, false,
     "Ailsa|s Alasdair|h Callum|h Catriona|s Donald|h Duncan|h Eilidh|s Ewan|h Fiona|s Fraser|h Gavin|h "
     "Gillian|s "
     "Hamish|h Heather|s Iain|h Isla|s Kirsty|s Lorna|s Malcolm|h Mairi|s Morag|s Neil|h Rory|h Shona|s",
     "Abercrombie Baird Buchanan Cameron Campbell Drummond Ferguson Forbes Fraser Gillespie Guthrie Innes "
     "Kerr "
     "Lindsay MacDonald MacKay Maclean McAllister McIntyre McLeod Menzies Murray Paterson Ramsay Ritchie "
     "Sinclair"},
    {"Welsh", 70, false,
     "Aled|h Angharad|s Bethan|s Carys|s Catrin|s Ceri|t Dafydd|h Dylan|h Efa|s Eleri|s Elin|s Emyr|h "
     "Ffion|s Gareth|h "
     "Geraint|h Gethin|h Gwenllian|s Huw|h Ieuan|h Iwan|h Lleucu|s Llinos|s Lowri|s Mair|s Megan|s Meinir|s "
     "Nia|s "
     "Owain|h Rhiannon|s Rhodri|h Siân|s Siôn|h Steffan|h Tomos|h",
     "ap_Dafydd Bowen Davies Edwards Ellis Evans Griffiths Gruffydd Gwynne Hopkin Howells Hughes James "
     "Jenkins Jones "
     "Lewis Llewellyn Lloyd Morgan Morris Owen Parry Powell Price Pritchard Probert Pugh Rees Roberts "
     "Rowlands "
     "Thomas Tudor Vaughan Williams"},
    {"Irish", 60, false,
     "Aisling|s Aoife|s Brendan|h Brigid|s Caoimhe|s Ciara|s Ciarán|h Colm|h Conor|h Declan|h Deirdre|s "
     "Eimear|s "
     "Eoin|h Fergal|h Gráinne|s Liam|h Maeve|s Muireann|s Niall|h Niamh|s Orla|s Pádraig|h Róisín|s Seán|h "
     "Sinéad|s "
     "Tadhg|h Úna|s",
     "Brady Brennan Byrne Cassidy Connolly Daly Doyle Fitzgerald Flanagan Gallagher Hayes Kavanagh Keane "
     "Kelleher "
     "Kelly Lynch McCarthy McGuinness Moran Murphy Nolan Ó_Briain Ó_Sé O’Brien O’Callaghan O’Connor "
     "O’Donoghue "
     "O’Hara O’Leary O’Sullivan Quinn Reilly Ryan Sheehan Sweeney Walsh"},
    {"South Asian", 70, false,
     "Aarti|s Adil|h Aisha|s Amit|h Ananya|s Anjali|s Arjun|h Asha|s Bilal|h Deepa|s Farah|s Fatima|s "
     "Gurpreet|t "
     "Harpreet|s Imran|h Kavita|s Kiran|t Lakshmi|s Manisha|s Meera|s Mohammed|h Nadeem|h Neha|s Nikhil|h "
     "Pooja|s "
     "Rahul|h Rajesh|h Rukhsana|s Sameer|h Sanjay|h Shabana|s Sunita|s Tariq|h Usha|s Vikram|h Yasmin|s "
     "Zara|s",
     "Ahmed Akhtar Ali Bhatt Bose Chatterjee Chaudhry Das Desai Dhillon Gill Gupta Hussain Iqbal Iyer "
     "Jayasinghe Kapoor "
     "Kaur Khan Krishnan Kumar Malik Mehta Mukherjee Nair Patel Perera Qureshi Rahman Rao Reddy Sandhu "
     "Sharma "
     "Shah Siddiqui Singh Subramanian Venkataraman"},
    {"West African", 50, false,
     "Abena|s Ade|h Adaeze|s Akosua|s Ama|s Amara|s Chidi|h Chinwe|s Efua|s Ekow|h Emeka|h Esi|s Femi|h "
     "Folasade|s "
     "Ibrahim|h Ifeoma|s Kelechi|t Kofi|h Kwabena|h Kwame|h Ngozi|s Nkechi|s Obinna|h Oluwaseun|h Simisola|s "
     "Temitope|t Tunde|h Yaa|s Yẹmí|t Zainab|s",
     "Abiola Achebe-Cole Adeyemi Adébáyọ̀ Afolabi Agyeman Ajayi Akande Amoah Ansah Asante Balogun Boateng "
     "Darko Diallo "
     "Eze Igwe Mensah Nwosu Obi Ofori Ogunleye Okafor Okeke Okonkwo Olawale Onyeka Oppong Osei Owusu Sarpong "
     "Sowande Uche Yeboah"},
    {"Southern and East African", 20, false,
     "Amina|s Chipo|s Farai|h Juma|h Lerato|s Makena|s Nomsa|s Rudo|s Sipho|h Tendai|t Thabo|h Thandiwe|s "
     "Wanjiru|s "
     "Zanele|s",
     "Banda Dlamini Gathoni Kamau Khumalo Mabaso Moyo Mutasa Mwangi Ncube Ndlovu Njoroge Nyambura Odhiambo "
     "Phiri "
     "Sibanda Van_Wyk Zulu-Marks"},
    {"Chinese", 46, true,
     "Bo|h|博 Fang|s|芳 Hao|h|浩 Hui|s|慧 Jia|s|佳 Jing|s|静 Jun|h|军 Lan|s|兰 Lei|h|磊 Li|s|丽 Ling|s|玲 "
     "Min|t|敏 "
     "Ming|h|明 Na|s|娜 Qiang|h|强 Rui|t|睿 Shan|s|珊 Tao|h|涛 Wei|h|伟 Xiaoyan|s|晓燕 Xin|t|欣 Yan|s|燕 "
     "Yang|h|阳 "
     "Ying|s|颖 Yu|s|雨 Yuan|t|元 Zhen|h|震",
     "Cao|曹 Chen|陈 Deng|邓 Fan|范 Gao|高 Guo|郭 He|何 Hu|胡 Huang|黄 Jiang|江 Li|李 Liang|梁 Lin|林 Liu|刘 "
     "Luo|罗 "
     "Ma|马 Peng|彭 Song|宋 Sun|孙 Tang|唐 Wang|王 Wu|吴 Xie|谢 Xu|徐 Yang|杨 Ye|叶 Zhang|张 Zhao|赵 "
     "Zheng|郑 Zhou|周"},
    {"Japanese", 10, true,
     "Akiko|s|明子 Daisuke|h|大輔 Emi|s|恵美 Haruto|h|陽翔 Kenji|h|健二 Mariko|s|真理子 Naoki|h|直樹 "
     "Sakura|s|桜 "
     "Takeshi|h|武 Yuki|t|由紀",
     "Abe|阿部 Fujimoto|藤本 Hayashi|林 Inoue|井上 Kobayashi|小林 Mori|森 Nakamura|中村 Saitō|斎藤 "
     "Tanaka|田中 "
     "Watanabe|渡辺 Yamada|山田"},
    {"Korean", 10, true,
     "Eun-ji|s|은지 Ha-neul|t|하늘 Hyun-woo|h|현우 Ji-hye|s|지혜 Ji-won|t|지원 Min-jun|h|민준 "
     "Seo-yeon|s|서연 Sung-min|h|성민 "
     "Yu-na|s|유나",
     "Choi|최 Han|한 Jang|장 Jeong|정 Kang|강 Kim|김 Lee|이 Park|박 Shin|신 Yoon|윤"},
    {"Greek", 18, false,
     "Alexandros|h|Αλέξανδρος Chrysa|s|Χρύσα Despina|s|Δέσποινα Dimitra|s|Δήμητρα Eleni|s|Ελένη "
     "Giorgos|h|Γιώργος "
     "Ioanna|s|Ιωάννα Katerina|s|Κατερίνα Kostas|h|Κώστας Nikos|h|Νίκος Stavros|h|Σταύρος Yannis|h|Γιάννης",
     "Anagnostou|Αναγνώστου Christou|Χρήστου Georgiou|Γεωργίου Ioannou|Ιωάννου Kyriakou|Κυριάκου "
     "Manolis|Μανώλης "
     "Nikolaidis|Νικολαΐδης Papadaki|Παπαδάκη Papageorgiou|Παπαγεωργίου Stathaki|Σταθάκη "
     "Vasileiou|Βασιλείου"},
    {"Ukrainian", 14, false,
     "Andriy|h|Андрій Bohdan|h|Богдан Iryna|s|Ірина Kateryna|s|Катерина Mykola|h|Микола Nadiia|s|Надія "
     "Oksana|s|Оксана "
     "Olena|s|Олена Svitlana|s|Світлана Taras|h|Тарас Yuliia|s|Юлія",
     "Bondarenko|Бондаренко Hrytsenko|Гриценко Koval|Коваль Kovalenko|Коваленко Kravchuk|Кравчук "
     "Lysenko|Лисенко "
     "Melnyk|Мельник Petrenko|Петренко Savchenko|Савченко Shevchuk|Шевчук Tkachenko|Ткаченко"},
    {"Arabic", 20, false,
     "Amal|s|أمل Ahmad|h|أحمد Hanan|s|حنان Huda|s|هدى Karim|h|كريم Layla|s|ليلى Mariam|s|مريم Nour|t|نور "
     "Omar|h|عمر "
     "Rania|s|رانيا Samir|h|سمير Tamer|h|تامر Yusuf|h|يوسف",
     "Abdallah|عبدالله Aziz|عزيز Darwish|درويش Farouk|فاروق Haddad|حداد Hamdan|حمدان Khalil|خليل "
     "Mansour|منصور "
     "Nasser|ناصر Saleh|صالح Sayegh|صايغ Zaki|زكي"},
    {"Persian", 12, false,
     "Arash|h|آرش Azadeh|s|آزاده Behrouz|h|بهروز Farideh|s|فریده Kaveh|h|کاوه Leila|s|لیلا Maryam|s|مریم "
     "Navid|h|نوید "
     "Parisa|s|پریسا Shirin|s|شیرین",
     "Ahmadi|احمدی Farahani|فراهانی Hosseini|حسینی Jafari|جعفری Karimi|کریمی Moradi|مرادی Rahimi|رحیمی "
     "Rostami|رستمی "
     "Tehrani|تهرانی"},
    {"Hebrew", 5, false, "Avital|s|אביטל Dov|h|דב Noa|s|נועה Tamar|s|תמר Yael|s|יעל",
     "Barak|ברק Levi|לוי Mizrahi|מזרחי Shapira|שפירא"},
    {"Polish", 26, false,
     "Agnieszka|s Barbara|s Grzegorz|h Joanna|s Katarzyna|s Krzysztof|h Łukasz|h Magdalena|s Małgorzata|s "
     "Marek|h "
     "Paweł|h Piotr|h Tomasz|h Zofia|s",
     "Dąbrowska-Hill Gołębiowski Jabłoński Kamińska Kowalczyk Król Lis Łuczak Majewska Nowak Pawlak Sikora "
     "Wójcik "
     "Wróbel Zając Żak"},
    {"German", 24, false,
     "Anke|s Annette|s Birgit|s Christoph|h Dieter|h Friederike|s Hans-Jürgen|h Heike|s Jörg|h Jürgen|h "
     "Katrin|s Lars|h "
     "Matthias|h Sabine|s Stefan|h Ulrike|s Uwe|h",
     "Bauer Brandt Fuchs Groß Hartmann Hofmann Keller Köhler Krüger Lehmann Müller Neumann Richter Schäfer "
     "Schröder "
     "Schulz Vogel von_Arnsberg Weiß Zimmermann"},
    {"Dutch", 10, false, "Anneke|s Bram|h Femke|s Jeroen|h Marieke|s Pieter|h Sanne|s Willem|h",
     "Bakker de_Boer de_Vries Jansen Mulder van_den_Berg van_Dijk van_der_Linden Visser"},
    {"French", 18, false,
     "Aurélie|s Benoît|h Céline|s Chloé|s Étienne|h François|h Geneviève|s Hélène|s Jean-Luc|h Mathilde|s "
     "Noémie|s "
     "Pascal|h René|h Thierry|h Zoé|s",
     "Beaulieu Chevalier Delacroix Dupré Faure Fournier Girard Lacroix-Webb Lefèvre Marchand Moreau Noël "
     "Perrin "
     "Rousseau Séguin Vidal"},
    {"Italian", 22, false,
     "Alessandra|s Beatrice|s Chiara|s Davide|h Elena|s Fabio|h Federica|s Francesca|s Giulia|s Lorenzo|h "
     "Luca|h "
     "Marco|h Nicolò|h Paola|s Stefano|h Valentina|s",
     "Bianchi Colombo Conti D’Amico D’Angelo De_Luca Esposito Ferrari Fontana Galli Marino Moretti Ricci "
     "Rinaldi "
     "Romano Santoro Vitale"},
    {"Spanish", 26, false,
     "Alejandro|h Álvaro|h Beatriz|s Carmen|s Concepción|s Diego|h Inés|s Íñigo|h Javier|h José|h Lucía|s "
     "María_José|s "
     "Marta|s Núria|s Pablo|h Raúl|h Sofía|s Ximena|s",
     "Álvarez Castillo Domínguez Fernández Fuentes_Ortega García García-Peña Gómez Gutiérrez Herrera Ibáñez "
     "López "
     "Martínez Muñoz Núñez Peña Rivera Sáez Vázquez Zúñiga"},
    {"Portuguese", 18, false,
     "Ana|s António|h Beatriz|s Conceição|s Duarte|h Fernanda|s Gonçalo|h Inês|s João|h Luísa|s Margarida|s "
     "Rui|h "
     "Thiago|h",
     "Almeida Araújo Carvalho da_Costa Cunha dos_Santos Esteves Ferreira Gonçalves Magalhães Nogueira "
     "Oliveira "
     "Pereira Simões Teixeira"},
    {"Nordic", 20, false,
     "Åsa|s Bjørn|h Elsa|s Freja|s Guðrún|s Håkon|h Ingrid|s Jónas|h Kaisa|s Lars|h Mikkel|h Päivi|s "
     "Sigrid|s Søren|h "
     "Tuomas|h",
     "Andersen Bergström Dahl Eriksson Gunnarsdóttir Hansen Jørgensen Lindqvist Mäkinen Nygård Østergaard "
     "Sjöberg "
     "Sørensen Virtanen"},
    {"Turkish", 14, false,
     "Aylin|s Burak|h Defne|s Elif|s Emre|h Gülşen|s Işıl|s Kemal|h Özlem|s Şebnem|s Tolga|h",
     "Aydın Çelik Demir Doğan Kaya Öztürk Şahin Yıldız Yılmaz"},
    {"Central European", 18, false,
     "Andrea|s Bogdan|h Dorottya|s Ferenc|h Ildikó|s Ioana|s Jiří|h Kateřina|s Mihai|h Ondřej|h Radu|h "
     "Zdeněk|h Zsófia|s",
     "Balogh Červenka Dvořák Horváth Ionescu Kovács Nagy Németh Novák Popescu Růžička Stoica Svoboda Szabó "
     "Țurcan"},
    {"South-east Asian", 14, false,
     "Ánh|s Đức|h Hương|s Linh|t Minh|t Thảo|s Trang|s Maricel|s Jomar|h Siti|s Farid|h Nattaya|s",
     "Bautista Đặng Hoàng Lê Nguyễn Phạm Reyes Santos Tan Trần Võ Wongsakul"},
    {"Caribbean", 14, false,
     "Althea|s Curtis|h Delroy|h Jacinth|s Kadian|s Leroy|h Marcia|s Nadine|s Winston|h Yvonne|s",
     "Blackwood Braithwaite Campbell-Grant Clarke Daley Francis Gordon Hylton Joseph Lindo McKenzie Reid "
     "St_John"},
};

}  // namespace

std::span<const NamePool> name_pools() {
  return pools;
}

std::string_view one_word_names() {
  return "Suryani|s Widodo|h Tenzin|t Dechen|s Sukarti|s Prabowati|s Aung|h Thiri|s Hartono|h Yeshe|t "
         "Kusuma|t Pasang|t";
}

}  // namespace rapport::demo
